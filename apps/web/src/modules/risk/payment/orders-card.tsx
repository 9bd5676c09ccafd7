import type { RiskOrder } from '@zhanggui/contract'
import { Button, Space } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { strings } from './strings.ts'
import { useLabel, useRiskOrders } from './use-risk.ts'

const HEIGHT = 240
const PAGE = 20

/** The newest judged orders: what was decided, how the check went, and what they turned out to be. */
export function OrdersCard() {
  const t = useStrings(strings)
  const store = useStoreId()
  const query = useRiskOrders(store)
  const labelling = useLabel(store)
  const mayLabel = usePermissions().includes('trade:write')
  const mark = (orderId: string, label: 'fraud' | 'honest') => labelling.mutate({ labels: [{ orderId, label }] })
  const columns = useColumns(mayLabel ? mark : undefined)
  return (
    <Panel<RiskOrder[]>
      title={t.orders}
      note={t.ordersNote}
      query={query}
      height={HEIGHT}
      isEmpty={(orders) => orders.length === 0}
      empty={<EmptyState title={t.noOrders} text={t.noOrdersText} />}
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

function useColumns(mark: ((orderId: string, label: 'fraud' | 'honest') => void) | undefined): Column<RiskOrder>[] {
  const t = useStrings(strings)
  const format = useFormat()
  const label = ({ label: known }: RiskOrder) => (known === null ? '–' : known === 'fraud' ? t.fraud : t.good)
  const columns: Column<RiskOrder>[] = [
    { key: 'order', title: t.order, render: ({ orderId }) => orderId },
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
