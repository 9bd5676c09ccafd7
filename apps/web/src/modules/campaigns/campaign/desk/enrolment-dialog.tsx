import { Form, Input, InputNumber, Select } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DayInput } from '../../../../parts/day-input.tsx'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { FormInstant } from '../../../promotions/form-inputs.tsx'
import { type CampaignAt, usePutEntry } from '../../use-campaigns.ts'
import { freshId } from './fresh-id.ts'
import { deskStrings } from './strings.ts'

type Values = {
  title: string
  event: string
  deadline: string
  from: string
  until: string
  refundMost?: number | null
}

const EVENTS = ['juhuasuan', 'brandGroup', 'taoqianggou', 'goldCoins'] as const
const PERCENT = 100

/** An entry to an event with the one threshold that shops fail most often; goods come with the entry's own file. */
export function EnrolmentDialog({ at, onClose }: { at: CampaignAt; onClose: () => void }) {
  const t = useStrings(deskStrings)
  const put = usePutEntry(at)
  const needed = [{ required: true, message: t.needField }]
  const submit = ({ refundMost, ...entry }: Values) => {
    const thresholds =
      typeof refundMost === 'number' ? [{ metric: 'refundRate', op: 'atMost', limit: refundMost / PERCENT }] : []
    put.mutate(
      { kind: 'enrolment', id: freshId('enrolment', entry.event), version: 0, body: { ...entry, thresholds } },
      { onSuccess: onClose },
    )
  }
  return (
    <DialogForm<Values>
      title={t.addEnrolment}
      open
      submitText={t.add}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="title" label={t.title} rules={needed}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="event" label={t.event} rules={needed}>
        <Select options={EVENTS.map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item name="deadline" label={t.deadline} rules={needed}>
        <DayInput />
      </Form.Item>
      <Form.Item name="from" label={t.from} rules={needed}>
        <FormInstant />
      </Form.Item>
      <Form.Item name="until" label={t.until} rules={needed}>
        <FormInstant />
      </Form.Item>
      <Form.Item name="refundMost" label={t.refundMost} extra={t.refundHelp}>
        <InputNumber min={0} max={100} />
      </Form.Item>
    </DialogForm>
  )
}
