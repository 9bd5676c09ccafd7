import type { PromotionOrderDetail } from '@zhanggui/contract'
import { InputNumber } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import type { ReturnDraft } from './return-draft.ts'
import { strings } from './strings.ts'

type Row = { lineId: string; name: string; quantity: number; unitsLeft: number; leftCents: number }

function rowsOf({ price, left }: PromotionOrderDetail): Row[] {
  return price.lines.map(({ lineId, title, skuId, quantity }) => {
    const now = left.lines.find((line) => line.lineId === lineId)
    return { lineId, name: title || skuId, quantity, unitsLeft: now?.unitsLeft ?? 0, leftCents: now?.leftCents ?? 0 }
  })
}

type Props = {
  order: PromotionOrderDetail
  units: ReturnDraft['units']
  onChange: (units: ReturnDraft['units']) => void
}

/** The lines of an order with how many units of each come back. */
export function ReturnLines({ order, units, onChange }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<Row>[] = [
    { key: 'goods', title: t.goods, render: ({ name }) => name },
    { key: 'left', title: t.unitsLeft, numeric: true, render: ({ unitsLeft }) => format.count(unitsLeft) },
    { key: 'paid', title: t.paidLeft, numeric: true, render: ({ leftCents }) => format.exact(leftCents, 'money') },
    {
      key: 'back',
      title: t.back,
      render: ({ lineId, name, unitsLeft }) => (
        <InputNumber
          aria-label={t.backOf(name)}
          min={0}
          max={unitsLeft}
          precision={0}
          disabled={unitsLeft === 0}
          value={units[lineId] ?? 0}
          onChange={(value) => onChange({ ...units, [lineId]: value ?? 0 })}
        />
      ),
    },
  ]
  return <DataTable columns={columns} rows={rowsOf(order)} rowKey={(row) => row.lineId} label={t.goods} />
}
