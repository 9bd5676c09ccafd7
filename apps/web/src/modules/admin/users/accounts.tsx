import type { CreateUser, UserInfo, UserWithPassword } from '@zhanggui/contract'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Panel } from '../../../parts/panel.tsx'
import { DialogForm } from '../dialog-form.tsx'
import { formStrings } from '../form-strings.ts'
import { AccountTable } from './account-table.tsx'
import { strings } from './strings.ts'
import { TemporaryPassword } from './temporary-password.tsx'
import { useAccounts, useCreateAccount } from './use-accounts.ts'

const LIST_HEIGHT = 240
const NAME_LENGTH_MAX = 60

/** Every account of the installation, for the owner: new ones, resets, and who is out. */
export function Accounts() {
  const t = useStrings(strings)
  const accounts = useAccounts()
  const { get, set } = useSearchState()
  const [fresh, setFresh] = useState<UserWithPassword | null>(null)
  return (
    <>
      <Panel<UserInfo[]>
        title={t.accounts}
        extra={
          <Button type="primary" onClick={() => set({ open: 'account' })}>
            {t.addUser}
          </Button>
        }
        query={accounts}
        height={LIST_HEIGHT}
      >
        {(list) => <AccountTable accounts={list} onPassword={setFresh} />}
      </Panel>
      <CreateAccountDialog open={get('open') === 'account'} onClose={() => set({ open: null })} onCreated={setFresh} />
      {fresh?.temporaryPassword && (
        <TemporaryPassword person={fresh.user} password={fresh.temporaryPassword} onClose={() => setFresh(null)} />
      )}
    </>
  )
}

type DialogProps = { open: boolean; onClose: () => void; onCreated: (user: UserWithPassword) => void }

function CreateAccountDialog({ open, onClose, onCreated }: DialogProps) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const create = useCreateAccount()
  const created = (result: UserWithPassword) => {
    onClose()
    onCreated(result)
  }
  const required = { required: true, whitespace: true, message: words.required }
  return (
    <DialogForm<CreateUser>
      title={t.addUser}
      open={open}
      submitText={t.addUser}
      pending={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={(values) => create.mutate(values, { onSuccess: created })}
    >
      <Form.Item name="name" label={t.name} rules={[required]}>
        <Input maxLength={NAME_LENGTH_MAX} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="email" label={t.email} rules={[required, { type: 'email', message: words.emailInvalid }]}>
        <Input inputMode="email" autoComplete="off" />
      </Form.Item>
    </DialogForm>
  )
}
