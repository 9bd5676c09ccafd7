import type { RiskAccountsShared } from '@zhanggui/contract'
import { Button } from 'antd'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import { accountDigits, markCode } from './short-names.ts'
import { strings } from './strings.ts'
import { useSharedMarks } from './use-accounts.ts'

const HEIGHT = 260

/** Where to look when nobody was asked for: what most accounts share, and what was taken off. */
export function SharedView({ onOpen }: { onOpen: (account: string) => void }) {
  const t = useStrings(strings)
  const query = useSharedMarks(useStoreId())
  return (
    <>
      <Panel<RiskAccountsShared>
        title={t.shared}
        note={t.sharedNote}
        query={query}
        height={HEIGHT}
        isEmpty={({ shared }) => shared.length === 0}
        empty={<EmptyState title={t.noShared} text={t.noSharedText} />}
      >
        {({ shared }) => <SharedTable shared={shared} onOpen={onOpen} />}
      </Panel>
      {query.data && query.data.unlinked.length > 0 && <UnlinkedCard unlinked={query.data.unlinked} onOpen={onOpen} />}
    </>
  )
}

type Shared = RiskAccountsShared['shared'][number]

function SharedTable({ shared, onOpen }: { shared: readonly Shared[]; onOpen: (account: string) => void }) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<Shared>[] = [
    { key: 'mark', title: t.mark, render: ({ kind, mark }) => t.markOf(t[`kind_${kind}`], markCode(mark)) },
    { key: 'accounts', title: t.accountCount, numeric: true, render: ({ accounts }) => format.count(accounts) },
    { key: 'seen', title: t.seenAt, render: ({ seenAt }) => format.instant(seenAt) },
    {
      key: 'act',
      title: t.act,
      render: ({ account }) => (
        <Button size="small" onClick={() => onOpen(account)}>
          {t.show}
        </Button>
      ),
    },
  ]
  return <DataTable columns={columns} rows={shared} rowKey={({ kind, mark }) => kind + mark} label={t.shared} />
}

type Unlinked = RiskAccountsShared['unlinked'][number]

/** What was decided before; it is looked at, and undone, where its account is. */
function UnlinkedCard({ unlinked, onOpen }: { unlinked: readonly Unlinked[]; onOpen: (account: string) => void }) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<Unlinked>[] = [
    { key: 'mark', title: t.mark, render: ({ kind, mark }) => t.markOf(t[`kind_${kind}`], markCode(mark)) },
    { key: 'of', title: t.of, render: ({ account }) => (account ? t.account(accountDigits(account)) : t.everybody) },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason },
    { key: 'by', title: t.who, render: ({ by }) => <PersonName person={by} /> },
    { key: 'at', title: t.when, render: ({ at }) => format.instant(at) },
    {
      key: 'act',
      title: t.act,
      render: ({ holder }) =>
        holder ? (
          <Button size="small" onClick={() => onOpen(holder)}>
            {t.show}
          </Button>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <Card title={t.unlinkedList} note={t.unlinkedNote}>
      <DataTable
        columns={columns}
        rows={unlinked}
        rowKey={({ kind, mark, account }) => `${kind} ${mark} ${account}`}
        label={t.unlinkedList}
      />
    </Card>
  )
}
