import type { ErasePerson } from '@zhanggui/contract'
import { Alert, Form, Input } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../dialog-form.tsx'
import { formStrings } from '../form-strings.ts'
import { strings } from './strings.ts'
import type { useErasePerson } from './use-privacy.ts'

const REASON_LENGTH_MAX = 300

type Props = { identifiers: string[]; erase: ReturnType<typeof useErasePerson>; onClose: () => void }

/** Asks for the reason, and says what cannot be undone. */
export function EraseDialog({ identifiers, erase, onClose }: Props) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  return (
    <DialogForm<Pick<ErasePerson, 'reason'>>
      title={t.eraseTitle}
      open
      submitText={t.erase}
      pending={erase.isPending}
      error={erase.error}
      onClose={onClose}
      onSubmit={({ reason }) => erase.mutate({ identifiers, reason }, { onSuccess: onClose })}
    >
      <Form.Item>
        <Alert type="warning" showIcon title={t.eraseText} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t.reason}
        extra={t.reasonHint}
        rules={[{ required: true, whitespace: true, message: words.required }]}
      >
        <Input maxLength={REASON_LENGTH_MAX} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
