import type { BudgetLedgerPage, BudgetPosting } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import type { BudgetProps } from '../budget-home.tsx'
import { ledgerStrings } from './ledger-strings.ts'
import { useLedger } from './use-ledger.ts'

/** Postings, the newest first. */
export function PostingTable({ at, plan, format }: BudgetProps & { format: Format }) {
  const t = useStrings(ledgerStrings)
  const query = useLedger(at, null)
  const nameOf = (id: string) => plan.budget.find((line) => line.id === id)?.name ?? id
  const columns: Column<BudgetPosting>[] = [
    { key: 'day', title: t.day, render: (row) => format.shortDay(row.day) },
    {
      key: 'line',
      title: t.line,
      render: (row) => (row.toLineId ? `${nameOf(row.lineId)} → ${nameOf(row.toLineId)}` : nameOf(row.lineId)),
    },
    { key: 'kind', title: t.kind, render: (row) => t[row.kind] },
    {
      key: 'amount',
      title: t.amount,
      numeric: true,
      render: (row) => <FigureCell value={row.amountCents} unit="money" format={format} />,
    },
    {
      key: 'reference',
      title: t.reference,
      render: (row) => (row.reference.startsWith('subsidy:') ? '' : row.reference),
    },
    { key: 'text', title: t.text, render: (row) => row.overspendReason ?? row.note },
    { key: 'by', title: t.by, render: (row) => <PersonName person={row.postedBy} /> },
  ]
  return (
    <Panel<BudgetLedgerPage>
      title={t.postings}
      note={query.data && query.data.total > query.data.postings.length ? t.more : undefined}
      query={query}
      height={200}
      isEmpty={(page) => page.total === 0}
      empty={<EmptyState title={t.noPostings} text={t.noPostingsText} />}
    >
      {(page) => <DataTable columns={columns} rows={page.postings} rowKey={(row) => row.id} label={t.postings} />}
    </Panel>
  )
}
