import type { OrderLosses } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { FigureCell } from '../../../../parts/figure-cell.tsx'
import { strings } from './strings.ts'

type Loss = OrderLosses['days'][number]
type LossTableProps = { rows: readonly Loss[]; first: string; label: string; nameOf: (key: string) => string }

/** Orders placed and not paid, one row a day or a province. */
export function LossTable({ rows, first, label, nameOf }: LossTableProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<Loss>[] = [
    { key: 'key', title: first, render: ({ key }) => nameOf(key) },
    { key: 'placed', title: t.placed, numeric: true, render: ({ placed }) => format.count(placed) },
    {
      key: 'unpaid',
      title: t.unpaid,
      numeric: true,
      render: ({ unpaid }) => <span data-value={unpaid}>{format.count(unpaid)}</span>,
    },
    {
      key: 'share',
      title: t.lostShare,
      numeric: true,
      render: ({ placed, unpaid }) => format.percent(unpaid / placed),
    },
    {
      key: 'money',
      title: t.money,
      numeric: true,
      render: ({ unpaidCents }) => <FigureCell value={unpaidCents} unit="money" format={format} />,
    },
  ]
  return <DataTable columns={columns} rows={rows} rowKey={({ key }) => key} label={label} />
}
