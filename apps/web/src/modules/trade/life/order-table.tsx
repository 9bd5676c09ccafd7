import type { ShopOrder } from '@zhanggui/contract'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import styles from './life.module.css'
import { strings } from './strings.ts'
import { ORDERS_A_PAGE } from './use-shop-orders.ts'

type Props = { orders: readonly ShopOrder[]; onOpen: (order: ShopOrder) => void }

/** One row an order: where it stands, what it brought, what needs somebody. */
export function OrderTable({ orders, onOpen }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const instantOf = useShopInstant()
  const columns: Column<ShopOrder>[] = [
    { key: 'order', title: t.order, render: ({ orderId }) => orderId },
    { key: 'stage', title: t.stage, render: ({ stage }) => t[stage] },
    {
      key: 'payable',
      title: t.payable,
      numeric: true,
      render: (row) => <FigureCell value={row.payableCents} unit="money" format={format} />,
    },
    {
      key: 'kept',
      title: t.kept,
      numeric: true,
      render: (row) => <FigureCell value={row.keptCents} unit="money" format={format} />,
    },
    { key: 'units', title: t.units, numeric: true, render: ({ units }) => format.count(units) },
    {
      key: 'parcels',
      title: t.parcels,
      render: ({ parcels, lateParcels }) =>
        lateParcels > 0 ? (
          <span className={styles.late}>{t.lateParcels(format.count(lateParcels))}</span>
        ) : parcels > 0 ? (
          format.count(parcels)
        ) : (
          '–'
        ),
    },
    {
      key: 'cases',
      title: t.openCases,
      render: ({ openCases }) => (openCases > 0 ? <span className={styles.late}>{format.count(openCases)}</span> : '–'),
    },
    { key: 'placed', title: t.placedAt, render: ({ placedAt }) => instantOf(placedAt) },
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
