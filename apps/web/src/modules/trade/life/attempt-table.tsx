import type { ShopOrderDetail } from '@zhanggui/contract'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { strings } from './strings.ts'

type Attempt = ShopOrderDetail['attempts'][number]

/** Every try to charge, at whichever provider. */
export function AttemptTable({ detail }: { detail: ShopOrderDetail }) {
  const t = useStrings(strings)
  const format = useFormat()
  const instantOf = useShopInstant()
  const columns: Column<Attempt>[] = [
    { key: 'provider', title: t.provider, render: ({ provider }) => provider },
    { key: 'state', title: t.state, render: ({ state }) => (state === 'sent' ? t.waitingAnswer : t[state]) },
    {
      key: 'amount',
      title: t.amount,
      numeric: true,
      render: ({ cents }) => <FigureCell value={cents} unit="money" format={format} />,
    },
    { key: 'sent', title: t.sentAt, render: ({ sentAt }) => instantOf(sentAt) },
  ]
  return <DataTable columns={columns} rows={detail.attempts} rowKey={({ attemptId }) => attemptId} label={t.attempts} />
}
