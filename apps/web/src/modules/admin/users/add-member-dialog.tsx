import type { AddedMember, AddMember } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../dialog-form.tsx'
import { formStrings } from '../form-strings.ts'
import { RolePermissions, RoleSelect } from './role-select.tsx'
import { strings } from './strings.ts'
import { TemporaryPassword } from './temporary-password.tsx'
import { useAddMember } from './use-people.ts'

const NAME_LENGTH_MAX = 60

type Props = { store: string; open: boolean; onClose: () => void }

/** Adds a person by e-mail; a new one becomes an account whose temporary password is then shown once. */
export function AddMemberDialog({ store, open, onClose }: Props) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const add = useAddMember(store)
  const [fresh, setFresh] = useState<AddedMember | null>(null)
  const added = (result: AddedMember) => {
    onClose()
    if (result.temporaryPassword !== null) setFresh(result)
  }
  if (fresh?.temporaryPassword) {
    return <TemporaryPassword person={fresh.member} password={fresh.temporaryPassword} onClose={() => setFresh(null)} />
  }
  return (
    <DialogForm<AddMember>
      title={t.addMember}
      open={open}
      submitText={t.addMember}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={(values) => add.mutate(withoutEmptyName(values), { onSuccess: added })}
    >
      <Form.Item
        name="email"
        label={t.email}
        rules={[
          { required: true, message: words.required },
          { type: 'email', message: words.emailInvalid },
        ]}
      >
        <Input inputMode="email" autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="name" label={t.name} extra={t.nameHint}>
        <Input maxLength={NAME_LENGTH_MAX} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={t.role} rules={[{ required: true, message: words.required }]}>
        <RoleSelect />
      </Form.Item>
      <Form.Item<AddMember> noStyle shouldUpdate>
        {(form) => <RolePermissions role={form.getFieldValue('role')} />}
      </Form.Item>
    </DialogForm>
  )
}

/** A name left empty is not sent: it is only needed for a new person. */
const withoutEmptyName = ({ name, ...rest }: AddMember): AddMember => (name?.trim() ? { ...rest, name } : rest)
