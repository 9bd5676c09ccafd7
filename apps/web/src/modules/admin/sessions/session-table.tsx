import type { OpenSession } from '@zhanggui/contract'
import { Button, Popconfirm, Tag } from 'antd'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { formStrings } from '../form-strings.ts'
import { describeUserAgent } from './describe-user-agent.ts'
import { strings } from './strings.ts'
import { useRevokeSession } from './use-open-sessions.ts'

export function SessionTable({ sessions }: { sessions: readonly OpenSession[] }) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const format = useFormat()
  const revoke = useRevokeSession()
  const columns: Column<OpenSession>[] = [
    {
      key: 'device',
      title: t.device,
      render: (session) => (
        <span title={session.userAgent ?? ''}>
          {describeUserAgent(session.userAgent) ?? t.unknownDevice}{' '}
          {session.current && <Tag color="success">{t.current}</Tag>}
        </span>
      ),
    },
    { key: 'ip', title: t.ip, render: (session) => session.ip ?? NO_VALUE },
    { key: 'createdAt', title: t.createdAt, render: (session) => format.instant(session.createdAt) },
    { key: 'lastSeenAt', title: t.lastSeenAt, render: (session) => format.instant(session.lastSeenAt) },
    {
      key: 'actions',
      title: words.actions,
      render: (session) =>
        !session.current && (
          <Popconfirm
            title={t.revokeConfirm}
            description={t.revokeText}
            okText={t.revoke}
            cancelText={words.cancel}
            onConfirm={() => revoke.mutate(session.id)}
          >
            <Button size="small" danger>
              {t.revoke}
            </Button>
          </Popconfirm>
        ),
    },
  ]
  return (
    <>
      {revoke.isError && <Problem compact error={revoke.error} />}
      <DataTable label={t.title} columns={columns} rows={sessions} rowKey={(session) => session.id} />
    </>
  )
}
