import type { CampaignEntry } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { type CampaignAt, usePutEntry } from '../../use-campaigns.ts'
import { attendanceText, readAttendance } from './attendance-text.ts'
import { evidenceStrings } from './evidence-strings.ts'

type Props = { at: CampaignAt; training: CampaignEntry<'training'>; onClose: () => void }

/** Who was there and how the test went, one person a line. */
export function TrainingDialog({ at, training, onClose }: Props) {
  const t = useStrings(evidenceStrings)
  const format = useFormat()
  const put = usePutEntry(at)
  const { id, version, body } = training
  const submit = ({ names }: { names: string }) => {
    const read = readAttendance(names)
    if (read.ok)
      put.mutate(
        { kind: 'training', id, version, body: { ...body, attendees: read.attendees } },
        { onSuccess: onClose },
      )
  }
  const check = (_rule: unknown, text: string): Promise<void> => {
    const read = readAttendance(text ?? '')
    return read.ok ? Promise.resolve() : Promise.reject(new Error(t.wrongLine(read.line)))
  }
  return (
    <DialogForm<{ names: string }>
      title={body.title}
      open
      initial={{ names: attendanceText(body.attendees) }}
      submitText={t.attendance}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="names"
        label={t.names}
        extra={t.namesHelp(format.count(body.passScore))}
        rules={[{ validator: check }]}
      >
        <Input.TextArea autoSize={{ minRows: 4 }} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
