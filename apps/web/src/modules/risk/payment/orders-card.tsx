import type { RiskOrder } from '@zhanggui/contract'
import { Button, Segmented, Space } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import link from '../../../parts/link.module.css'
import { Panel } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { strings } from './strings.ts'
import { useLabel, useRiskOrders } from './use-risk.ts'

const HEIGHT = 240
const PAGE = 20

const VERDICTS = ['allow', 'verify', 'deny', 'other'] as const
const ALL = 'all'

/** The verdict that the URL asks for; null: all of them. */
const verdictOf = (asked: string | null): RiskOrder['verdict'] | null => VERDICTS.find((one) => one === asked) ?? null

/** The newest judged orders: what was decided, how the check went, and what they turned out to be. */
export function OrdersCard() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { get, set } = useSearchState()
  const verdict = verdictOf(get('verdict'))
  const query = useRiskOrders(store, verdict)
  const labelling = useLabel(store)
  const mayLabel = usePermissions().includes('trade:write')
  const mark = (orderId: string, label: 'fraud' | 'honest') => labelling.mutate({ labels: [{ orderId, label }] })
  const columns = useColumns(mayLabel ? mark : undefined)
  const choose = (
    <Segmented
      aria-label={t.verdict}
      value={verdict ?? ALL}
      options={[{ value: ALL, label: t.all }, ...VERDICTS.map((value) => ({ value, label: t[value] }))]}
      onChange={(value) => set({ verdict: value === ALL ? null : value }, { replace: true })}
    />
  )
  const none = <EmptyState title={t.noOrders} text={t.noOrdersText} />
  return (
    <Panel<RiskOrder[]>
      title={t.orders}
      note={t.ordersNote}
      extra={choose}
      query={query}
      height={HEIGHT}
      isEmpty={(orders) => orders.length === 0}
      empty={verdict ? <EmptyState title={t.noneOfVerdict} /> : none}
    >
      {(orders) => (
        <>
          {labelling.error && <Problem error={labelling.error} compact />}
          <DataTable
            columns={columns}
            rows={orders}
            rowKey={({ orderId }) => orderId}
            label={t.orders}
            pageSize={PAGE}
          />
        </>
      )}
    </Panel>
  )
}

/** An order that was placed leads to its story; one that was refused has none. */
function OrderName({ order: { orderId, verdict } }: { order: RiskOrder }) {
  const orders = `/stores/${encodeURIComponent(useStoreId())}/trade/orders`
  if (verdict === 'deny' || verdict === 'other') return orderId
  return (
    <Link className={link.link} to={`${orders}?shop-order=${encodeURIComponent(orderId)}`}>
      {orderId}
    </Link>
  )
}

function useColumns(mark: ((orderId: string, label: 'fraud' | 'honest') => void) | undefined): Column<RiskOrder>[] {
  const t = useStrings(strings)
  const format = useFormat()
  const label = ({ label: known }: RiskOrder) => (known === null ? '–' : known === 'fraud' ? t.fraud : t.good)
  const columns: Column<RiskOrder>[] = [
    { key: 'order', title: t.order, render: (order) => <OrderName order={order} /> },
    { key: 'at', title: t.at, render: ({ at }) => format.instant(at) },
    { key: 'amount', title: t.amount, numeric: true, render: ({ cents }) => format.exact(cents, 'money') },
    { key: 'verdict', title: t.verdict, render: ({ verdict }) => t[verdict] },
    { key: 'check', title: t.check, render: ({ check }) => (check ? t[`check_${check.state}`] : '–') },
    { key: 'label', title: t.label, render: label },
  ]
  if (!mark) return columns
  const actions = ({ orderId, label: known }: RiskOrder) => (
    <Space>
      <Button size="small" disabled={known === 'fraud'} onClick={() => mark(orderId, 'fraud')}>
        {t.markFraud}
      </Button>
      <Button size="small" disabled={known === 'honest'} onClick={() => mark(orderId, 'honest')}>
        {t.markHonest}
      </Button>
    </Space>
  )
  return [...columns, { key: 'act', title: t.act, render: actions }]
}
