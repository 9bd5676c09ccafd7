import type { ForecastResult } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { strings } from './strings.ts'

type Row = ForecastResult['whole']['influences'][number]

/** What prices, discounts, empty shelves and pre-sales were found to do. */
export function InfluencesCard({ result }: { result: ForecastResult }) {
  const t = useStrings(strings)
  const format = useFormat(result.currency)
  const names = { price: t.price, promotion: t.discount, stockOut: t.stockOut, presale: t.presale }
  const meanings = {
    price: t.priceMeaning,
    promotion: t.discountMeaning,
    stockOut: t.stockOutMeaning,
    presale: t.presaleMeaning,
  }
  const effect = ({ id, effect: found }: Row): string => {
    if (found === null) return '–'
    return id === 'price' ? found.toFixed(2) : format.change({ amount: found, kind: 'relative' })
  }
  return (
    <Card title={t.influences} note={t.influencesNote}>
      <DataTable<Row>
        label={t.influences}
        rows={result.whole.influences}
        rowKey={(row) => row.id}
        columns={[
          { key: 'id', title: t.influence, render: (row) => names[row.id] },
          {
            key: 'effect',
            title: t.effect,
            numeric: true,
            render: (row) => <span data-value={row.effect ?? ''}>{effect(row)}</span>,
          },
          { key: 'periods', title: t.periodsKnown, numeric: true, render: (row) => format.count(row.periods) },
          { key: 'meaning', title: t.meaning, render: (row) => meanings[row.id] },
        ]}
      />
    </Card>
  )
}
