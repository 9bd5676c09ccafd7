import type { SlotBooking } from '@zhanggui/contract'
import { Form, Input, InputNumber, Select } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { FormInstant, FormMoney } from '../../../promotions/form-inputs.tsx'
import { type CampaignAt, usePutEntry } from '../../use-campaigns.ts'
import { freshId } from './fresh-id.ts'
import { deskStrings } from './strings.ts'

type Values = Pick<SlotBooking, 'title' | 'kind' | 'position' | 'from' | 'until'> & {
  costCents?: number | null
  visits?: number | null
  incremental?: number | null
  cvr?: number | null
  marginCents?: number | null
  bidCents?: number | null
}

const KINDS: readonly SlotBooking['kind'][] = [
  'goldenSlot',
  'focusImage',
  'affiliate',
  'keyword',
  'redPacket',
  'logisticsCoupon',
  'searchBanner',
  'livePlacement',
  'other',
]

/** Per cent, as people type them, in basis points. */
const bp = (percent: number | null | undefined): number => Math.round((percent ?? 0) * 100)

/** A booking; with the four figures of an auction its bid is held under the ceiling. */
export function SlotDialog({ at, onClose }: { at: CampaignAt; onClose: () => void }) {
  const t = useStrings(deskStrings)
  const put = usePutEntry(at)
  const needed = [{ required: true, message: t.needField }]
  const submit = ({ visits, incremental, cvr, marginCents, bidCents = null, costCents = null, ...slot }: Values) => {
    const auction = visits
      ? {
          expectedVisits: visits,
          incrementalBp: bp(incremental),
          cvrBp: bp(cvr),
          marginCentsPerOrder: marginCents ?? 0,
          keepBp: 0,
          bidCents,
        }
      : null
    put.mutate(
      { kind: 'slot', id: freshId('slot', slot.kind), version: 0, body: { ...slot, costCents, auction } },
      { onSuccess: onClose },
    )
  }
  return (
    <DialogForm<Values>
      title={t.addSlot}
      open
      initial={{ kind: 'focusImage' }}
      submitText={t.add}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="title" label={t.title} rules={needed}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} rules={needed}>
        <Select options={KINDS.map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item name="position" label={t.position} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="from" label={t.from} rules={needed}>
        <FormInstant />
      </Form.Item>
      <Form.Item name="until" label={t.until} rules={needed}>
        <FormInstant />
      </Form.Item>
      <Form.Item name="costCents" label={t.cost}>
        <FormMoney />
      </Form.Item>
      <fieldset>
        <legend>{t.auction}</legend>
        <Form.Item name="visits" label={t.visits}>
          <InputNumber min={0} precision={0} />
        </Form.Item>
        <Form.Item name="incremental" label={t.incremental}>
          <InputNumber min={0} max={100} />
        </Form.Item>
        <Form.Item name="cvr" label={t.cvr}>
          <InputNumber min={0} max={100} />
        </Form.Item>
        <Form.Item name="marginCents" label={t.margin}>
          <FormMoney />
        </Form.Item>
        <Form.Item name="bidCents" label={t.bid}>
          <FormMoney />
        </Form.Item>
      </fieldset>
    </DialogForm>
  )
}
