import type { PromotionOrder } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { strings } from './strings.ts'
import { ORDERS_A_PAGE } from './use-orders.ts'

type Props = { orders: readonly PromotionOrder[]; onOpen: (order: PromotionOrder) => void }

const costOf = ({ costs }: PromotionOrder): number => costs.reduce((sum, { cents }) => sum + cents, 0)

/** One row an order: what is to pay, what the shop bears of its discounts, what came back. */
export function OrderTable({ orders, onOpen }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number) => format.exact(cents, 'money')
  const columns: Column<PromotionOrder>[] = [
    { key: 'order', title: t.order, render: ({ orderId }) => orderId },
    { key: 'state', title: t.state, render: ({ state }) => t[state] },
    { key: 'payable', title: t.payable, numeric: true, render: ({ payableCents }) => money(payableCents) },
    { key: 'cost', title: t.cost, numeric: true, render: (row) => money(costOf(row)) },
    {
      key: 'refunded',
      title: t.refunded,
      numeric: true,
      render: ({ refundedCents }) => (refundedCents === 0 ? '–' : money(refundedCents)),
    },
    { key: 'coupons', title: t.coupons, numeric: true, render: ({ couponIds }) => format.count(couponIds.length) },
    {
      key: 'points',
      title: t.points,
      render: ({ pointsUsed, pointsEarned }) => t.pointsText(format.count(pointsUsed), format.count(pointsEarned)),
    },
    { key: 'placed', title: t.placed, render: ({ placedAt }) => format.instant(placedAt) },
  ]
  return (
    <DataTable
      columns={columns}
      rows={orders}
      rowKey={(row) => row.orderId}
      label={t.list}
      pageSize={ORDERS_A_PAGE}
      onRowClick={onOpen}
    />
  )
}
