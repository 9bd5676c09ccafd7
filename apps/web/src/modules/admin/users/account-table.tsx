import type { UpdateUser, UserInfo, UserWithPassword } from '@zhanggui/contract'
import { Button, Popconfirm, Space, Tag } from 'antd'
import { useStores } from '../../../api/use-stores.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { formStrings } from '../form-strings.ts'
import { strings } from './strings.ts'
import { useUpdateAccount } from './use-accounts.ts'
import { useRoles } from './use-people.ts'

type Props = { accounts: readonly UserInfo[]; onPassword: (user: UserWithPassword) => void }

export function AccountTable({ accounts, onPassword }: Props) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const format = useFormat()
  const update = useUpdateAccount()
  const run = (id: string, change: UpdateUser) => update.mutate({ id, change }, { onSuccess: onPassword })
  const columns: Column<UserInfo>[] = [
    { key: 'name', title: t.name, render: (user) => user.name },
    { key: 'email', title: t.email, render: (user) => user.email },
    { key: 'state', title: t.state, render: (user) => <AccountState user={user} /> },
    { key: 'memberships', title: t.memberships, render: (user) => <Memberships user={user} /> },
    { key: 'createdAt', title: t.createdAt, render: (user) => format.instant(user.createdAt) },
    {
      key: 'actions',
      title: words.actions,
      render: (user) => !user.isOwner && <AccountActions user={user} onChange={(change) => run(user.id, change)} />,
    },
  ]
  return (
    <>
      {update.isError && <Problem compact error={update.error} />}
      <DataTable label={t.accounts} columns={columns} rows={accounts} rowKey={(user) => user.id} />
    </>
  )
}

function AccountState({ user }: { user: UserInfo }) {
  const t = useStrings(strings)
  if (user.isOwner) return <Tag color="processing">{t.owner}</Tag>
  if (user.disabled) return <Tag>{t.disabled}</Tag>
  return user.mustChangePassword ? <Tag color="warning">{t.mustChange}</Tag> : <Tag color="success">{t.active}</Tag>
}

function Memberships({ user }: { user: UserInfo }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const stores = useStores()
  const roles = useRoles()
  if (user.memberships.length === 0) return user.isOwner ? null : <span>{t.noMemberships}</span>
  return (
    <Space wrap size={4}>
      {user.memberships.map(({ store, role }) => {
        const shop = stores.data?.find((known) => known.id === store)?.name ?? store
        const known = roles.data?.find((info) => info.id === role)
        return <Tag key={store}>{`${shop} · ${known ? nameOf(known, language) : role}`}</Tag>
      })}
    </Space>
  )
}

type ActionsProps = { user: UserInfo; onChange: (change: UpdateUser) => void }

function AccountActions({ user, onChange }: ActionsProps) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  if (user.disabled) {
    return (
      <Button size="small" onClick={() => onChange({ disabled: false })}>
        {t.enable}
      </Button>
    )
  }
  return (
    <Space wrap>
      <Popconfirm
        title={t.resetConfirm(user.name)}
        description={t.resetText}
        okText={t.reset}
        cancelText={words.cancel}
        onConfirm={() => onChange({ resetPassword: true })}
      >
        <Button size="small">{t.reset}</Button>
      </Popconfirm>
      <Popconfirm
        title={t.disableConfirm(user.name)}
        description={t.disableText}
        okText={t.disable}
        cancelText={words.cancel}
        onConfirm={() => onChange({ disabled: true })}
      >
        <Button size="small" danger>
          {t.disable}
        </Button>
      </Popconfirm>
    </Space>
  )
}
