import type { EventKey } from '@zhanggui/contract'
import { Button, Popconfirm, Tag } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { formStrings } from '../form-strings.ts'
import { strings } from './strings.ts'
import { useRevokeEventKey } from './use-event-keys.ts'

export function KeyTable({ store, keys }: { store: string; keys: readonly EventKey[] }) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const format = useFormat()
  const revoke = useRevokeEventKey(store)
  const columns: Column<EventKey>[] = [
    { key: 'name', title: t.name, render: (key) => key.name },
    {
      key: 'scope',
      title: t.scope,
      render: ({ scope }) => (scope === 'trade:write' ? t.submitsOrders : t.sendsEvents),
    },
    { key: 'state', title: t.state, render: (key) => <KeyState eventKey={key} /> },
    { key: 'id', title: t.id, render: (key) => <code>{key.id}</code> },
    { key: 'createdAt', title: t.createdAt, render: (key) => format.instant(key.createdAt) },
    {
      key: 'lastUsedAt',
      title: t.lastUsedAt,
      render: (key) => (key.lastUsedAt === null ? t.neverUsed : format.instant(key.lastUsedAt)),
    },
    {
      key: 'actions',
      title: words.actions,
      render: (key) =>
        key.revokedAt === null && (
          <Popconfirm
            title={t.revokeConfirm}
            description={t.revokeText}
            okText={t.revoke}
            cancelText={words.cancel}
            onConfirm={() => revoke.mutate(key.id)}
          >
            <Button size="small" danger aria-label={`${t.revoke} ${key.name}`}>
              {t.revoke}
            </Button>
          </Popconfirm>
        ),
    },
  ]
  return (
    <>
      {revoke.isError && <Problem compact error={revoke.error} />}
      <DataTable label={t.title} columns={columns} rows={keys} rowKey={(key) => key.id} />
    </>
  )
}

function KeyState({ eventKey }: { eventKey: EventKey }) {
  const t = useStrings(strings)
  const format = useFormat()
  if (eventKey.revokedAt === null) return <Tag color="success">{t.active}</Tag>
  return <Tag title={format.instant(eventKey.revokedAt)}>{t.revoked}</Tag>
}
