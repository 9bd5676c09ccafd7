import type { ShopOrderDetail } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { strings } from './strings.ts'

type Line = ShopOrderDetail['lines'][number]

const backOf = ({ droppedUnits, backUnits }: Line): number => droppedUnits + backUnits

/** What was bought and how much of it came back. */
export function GoodsTable({ detail }: { detail: ShopOrderDetail }) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<Line>[] = [
    { key: 'good', title: t.good, render: ({ title, skuId }) => title || skuId },
    { key: 'units', title: t.units, numeric: true, render: ({ units }) => format.count(units) },
    {
      key: 'back',
      title: t.backUnits,
      numeric: true,
      render: (line) => (backOf(line) > 0 ? format.count(backOf(line)) : '–'),
    },
    {
      key: 'payable',
      title: t.payable,
      numeric: true,
      render: ({ payableCents }) => <FigureCell value={payableCents} unit="money" format={format} />,
    },
  ]
  return <DataTable columns={columns} rows={detail.lines} rowKey={({ lineId }) => lineId} label={t.goods} />
}
