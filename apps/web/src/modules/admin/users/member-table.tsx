import type { Member } from '@zhanggui/contract'
import { Button, Popconfirm, Tag } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { formStrings } from '../form-strings.ts'
import { RoleSelect } from './role-select.tsx'
import { strings } from './strings.ts'
import { useRemoveMember, useSetRole } from './use-people.ts'

/** The people of a shop; a role is changed where it stands. */
export function MemberTable({ store, members }: { store: string; members: readonly Member[] }) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const format = useFormat()
  const setRole = useSetRole(store)
  const remove = useRemoveMember(store)
  const columns: Column<Member>[] = [
    { key: 'name', title: t.name, render: (member) => <MemberName member={member} /> },
    { key: 'email', title: t.email, render: (member) => member.email },
    {
      key: 'role',
      title: t.role,
      render: (member) => (
        <RoleSelect
          label={`${t.role} ${member.name}`}
          value={member.role}
          loading={setRole.isPending && setRole.variables.userId === member.userId}
          onChange={(role) => setRole.mutate({ userId: member.userId, role })}
        />
      ),
    },
    { key: 'addedAt', title: t.addedAt, render: (member) => format.instant(member.addedAt) },
    {
      key: 'actions',
      title: words.actions,
      render: (member) => (
        <Popconfirm
          title={t.removeConfirm(member.name)}
          description={t.removeText}
          okText={t.remove}
          cancelText={words.cancel}
          onConfirm={() => remove.mutate(member.userId)}
        >
          <Button size="small" danger aria-label={`${t.remove} ${member.name}`}>
            {t.remove}
          </Button>
        </Popconfirm>
      ),
    },
  ]
  return (
    <>
      {setRole.isError && <Problem compact error={setRole.error} />}
      {remove.isError && <Problem compact error={remove.error} />}
      <DataTable label={t.members} columns={columns} rows={members} rowKey={(member) => member.userId} />
    </>
  )
}

function MemberName({ member }: { member: Member }) {
  const t = useStrings(strings)
  return (
    <span>
      {member.name} {member.disabled && <Tag>{t.disabled}</Tag>}
    </span>
  )
}
