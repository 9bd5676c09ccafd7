import type { PromotionOrderPage, PromotionOrderState } from '@zhanggui/contract'
import { Input, Pagination, Select } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ORDER_STATES } from './order-choices.ts'
import { OrderDrawer } from './order-drawer.tsx'
import { OrderTable } from './order-table.tsx'
import styles from './orders.module.css'
import { strings } from './strings.ts'
import { ORDERS_A_PAGE, useOrders } from './use-orders.ts'

const HEIGHT = 280

const isState = (text: string | null): text is PromotionOrderState => ORDER_STATES.some((state) => state === text)

/** Orders that used promotions, found by state and number; one of them opened. */
export function OrdersView() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { get, set } = useSearchState()
  const state = get('state')
  const page = Math.max(1, Number(get('page')) || 1)
  const search = { state: isState(state) ? state : null, search: get('q'), offset: (page - 1) * ORDERS_A_PAGE }
  const isNarrowed = search.state !== null || search.search !== null
  const opened = get('order')
  return (
    <>
      <Narrow state={search.state} text={search.search ?? ''} onChange={(change) => set({ ...change, page: null })} />
      <Panel<PromotionOrderPage>
        title={t.list}
        query={useOrders(store, search)}
        height={HEIGHT}
        isEmpty={({ orders }) => orders.length === 0}
        empty={<EmptyState title={isNarrowed ? t.none : t.empty} text={isNarrowed ? t.noneText : t.emptyText} />}
      >
        {({ orders, total }) => (
          <>
            <OrderTable orders={orders} onOpen={({ orderId }) => set({ order: orderId })} />
            <Pagination
              className={styles.pages ?? ''}
              align="end"
              hideOnSinglePage
              showSizeChanger={false}
              pageSize={ORDERS_A_PAGE}
              current={page}
              total={total}
              onChange={(next) => set({ page: String(next) })}
            />
          </>
        )}
      </Panel>
      {opened && <OrderDrawer order={opened} onClose={() => set({ order: null })} />}
    </>
  )
}

type NarrowProps = {
  state: PromotionOrderState | null
  text: string
  onChange: (change: Record<string, string | null>) => void
}

function Narrow({ state, text, onChange }: NarrowProps) {
  const t = useStrings(strings)
  return (
    <div className={styles.narrow}>
      <Select
        aria-label={t.state}
        value={state ?? ''}
        options={[{ value: '', label: t.all }, ...ORDER_STATES.map((value) => ({ value, label: t[value] }))]}
        onChange={(value) => onChange({ state: value || null })}
      />
      <Input.Search
        aria-label={t.search}
        placeholder={t.search}
        allowClear
        defaultValue={text}
        onSearch={(value) => onChange({ q: value.trim() || null })}
      />
    </div>
  )
}
