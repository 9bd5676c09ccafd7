import { SHOP_ORDER_STAGES, type ShopOrderPage, type ShopOrderStage } from '@zhanggui/contract'
import { Input, Pagination, Segmented, Select, Tabs } from 'antd'
import { lazy, Suspense } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ViewSkeleton } from '../../../parts/view-skeleton.tsx'
import styles from './life.module.css'
import { OrderDrawer } from './order-drawer.tsx'
import { OrderTable } from './order-table.tsx'
import { ProvidersPanel } from './providers-panel.tsx'
import { strings } from './strings.ts'
import { ORDERS_A_PAGE, type OrderSearch, useShopOrders } from './use-shop-orders.ts'

const HEIGHT = 320

const isStage = (text: string | null): text is ShopOrderStage => SHOP_ORDER_STAGES.some((stage) => stage === text)
const isNeed = (text: string | null): text is 'afterSale' | 'late' => text === 'afterSale' || text === 'late'

function useSearch(): OrderSearch & { page: number } {
  const { get } = useSearchState()
  const stage = get('stage')
  const needs = get('needs')
  const page = Math.max(1, Number(get('page')) || 1)
  return {
    stage: isStage(stage) ? stage : null,
    needs: isNeed(needs) ? needs : null,
    search: get('q'),
    page,
    offset: (page - 1) * ORDERS_A_PAGE,
  }
}

/** Each is fetched when it is first opened; orders themselves are what the page opens with. */
const VIEWS = {
  orders: OrdersView,
  reminders: lazy(() => import('../reminders/reminders-view.tsx')),
  checkout: lazy(() => import('../checkout/checkout-view.tsx')),
}
type View = keyof typeof VIEWS
const VIEW_NAMES = Object.keys(VIEWS) as View[]

/** Orders from the cart to after-sale, and how they come to be paid; which view is in the URL. */
export default function OrdersPage() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const view = VIEW_NAMES.find((name) => name === get('view')) ?? 'orders'
  const Body = VIEWS[view]
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <Tabs
        activeKey={view}
        onChange={(key) => set({ view: key === 'orders' ? null : key })}
        items={VIEW_NAMES.map((key) => ({ key, label: t[key] }))}
      />
      <Suspense fallback={<ViewSkeleton height={HEIGHT} />}>
        <Body />
      </Suspense>
    </div>
  )
}

/** The list, one order's story, and who takes the money. */
function OrdersView() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const { page, ...search } = useSearch()
  const query = useShopOrders(useStoreId(), search)
  const isNarrowed = search.stage !== null || search.needs !== null || search.search !== null
  const opened = get('shop-order')
  return (
    <div className={stack.stack}>
      <Narrow search={search} counts={query.data?.counts ?? []} />
      <Panel<ShopOrderPage>
        title={t.list}
        query={query}
        height={HEIGHT}
        isEmpty={({ orders }) => orders.length === 0}
        empty={<EmptyState title={isNarrowed ? t.none : t.empty} text={isNarrowed ? t.noneText : t.emptyText} />}
      >
        {({ orders, total }) => (
          <>
            <OrderTable orders={orders} onOpen={({ orderId }) => set({ 'shop-order': orderId })} />
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
      <ProvidersPanel />
      {opened && <OrderDrawer order={opened} onClose={() => set({ 'shop-order': null })} />}
    </div>
  )
}

type NarrowProps = { search: OrderSearch; counts: ShopOrderPage['counts'] }

function Narrow({ search, counts }: NarrowProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const { set } = useSearchState()
  const countOf = (stage: ShopOrderStage) => counts.find((one) => one.stage === stage)?.orders ?? 0
  const shown = SHOP_ORDER_STAGES.filter((stage) => countOf(stage) > 0 || stage === search.stage)
  const stages = [
    { value: '', label: t.anyStage },
    ...shown.map((stage) => ({ value: stage, label: `${t[stage]} ${format.count(countOf(stage))}` })),
  ]
  const needs = [
    { value: '', label: t.all },
    { value: 'afterSale', label: t.afterSale },
    { value: 'late', label: t.late },
  ]
  return (
    <div className={styles.narrow}>
      <Select
        aria-label={t.stage}
        value={search.stage ?? ''}
        options={stages}
        onChange={(value) => set({ stage: value || null, page: null })}
      />
      <Segmented
        aria-label={t.needs}
        value={search.needs ?? ''}
        options={needs}
        onChange={(value) => set({ needs: value || null, page: null })}
      />
      <Input.Search
        aria-label={t.search}
        placeholder={t.search}
        allowClear
        defaultValue={search.search ?? ''}
        onSearch={(value) => set({ q: value.trim() || null, page: null })}
      />
    </div>
  )
}
