import { Form, Input } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../dialog-form.tsx'
import { formStrings } from '../form-strings.ts'
import { strings } from './strings.ts'
import { type Step, useDecide } from './use-approvals.ts'

const REASON_LENGTH_MAX = 300

type Props = { store: string; id: string; step: Step; onClose: () => void }

/** Asks once more, with a reason: a refusal without one helps nobody. */
export function DecideDialog({ store, id, step, onClose }: Props) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const decide = useDecide(store)
  const refusing = step === 'refuse'
  const rules = refusing ? [{ required: true, whitespace: true, message: words.required }] : []
  return (
    <DialogForm<{ reason?: string }>
      title={t[`${step}Title`]}
      open
      submitText={t[step]}
      pending={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onSubmit={({ reason = '' }) => decide.mutate({ id, step, reason }, { onSuccess: onClose })}
    >
      <Form.Item name="reason" label={t.reason} rules={rules} extra={refusing ? t.refuseReason : t.optionalReason}>
        <Input.TextArea maxLength={REASON_LENGTH_MAX} rows={3} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
