import type { CampaignEntryKind } from '@zhanggui/contract'
import { Form, Input, Segmented } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { type CampaignAt, useActOnEntry } from '../use-campaigns.ts'
import { strings } from './strings.ts'

type Values = { note: string; passed?: 'yes' | 'no' }
type Props = {
  at: CampaignAt
  entry: { kind: CampaignEntryKind; id: string; version: number }
  action: string
  title: string
  /** What the one field asks for. */
  label: string
  help?: string
  submitText: string
  /** Whether it is also said if it passed. */
  asksVerdict?: boolean
  onClose: () => void
}

/** One thing said of an entry: a proof, a link, a reason. */
export function ActDialog({ at, entry, action, title, label, help, submitText, asksVerdict = false, onClose }: Props) {
  const t = useStrings(strings)
  const act = useActOnEntry(at)
  const { kind, id, version } = entry
  const submit = ({ note, passed = 'yes' }: Values) =>
    act.mutate({ kind, id, version, action, note, passed: passed === 'yes' }, { onSuccess: onClose })
  return (
    <DialogForm<Values>
      title={title}
      open
      initial={{ passed: 'yes' }}
      submitText={submitText}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="note" label={label} extra={help} rules={[{ required: true, whitespace: true, message: label }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} autoFocus />
      </Form.Item>
      {asksVerdict && (
        <Form.Item name="passed">
          <Segmented
            options={[
              { value: 'yes' as const, label: t.passed },
              { value: 'no' as const, label: t.notPassed },
            ]}
          />
        </Form.Item>
      )}
    </DialogForm>
  )
}
