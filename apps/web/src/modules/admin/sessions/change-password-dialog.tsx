import type { ChangePassword } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { MIN_PASSWORD } from '../../../session/credentials-form.tsx'
import { DialogForm } from '../dialog-form.tsx'
import { formStrings } from '../form-strings.ts'
import { strings } from './strings.ts'
import { useChangePassword } from './use-open-sessions.ts'

type Props = { open: boolean; onClose: () => void; onChanged: () => void }

export function ChangePasswordDialog({ open, onClose, onChanged }: Props) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const change = useChangePassword()
  const required = { required: true, message: words.required }
  return (
    <DialogForm<ChangePassword>
      title={t.password}
      open={open}
      submitText={words.save}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={(values) => change.mutate(values, { onSuccess: onChanged })}
    >
      <p>{t.passwordLead}</p>
      <Form.Item name="currentPassword" label={t.currentPassword} rules={[required]}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t.newPassword}
        rules={[required, { min: MIN_PASSWORD, message: t.passwordShort }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </DialogForm>
  )
}
