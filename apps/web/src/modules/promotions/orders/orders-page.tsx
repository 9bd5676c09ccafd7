import { Segmented } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { CardsView } from './cards-view.tsx'
import { OrdersView } from './orders-view.tsx'
import { SettlementView } from './settlement-view.tsx'
import { strings } from './strings.ts'

const VIEWS = ['list', 'cards', 'settlement'] as const
type View = (typeof VIEWS)[number]

/** Orders that used promotions, what is still owed to their buyers, and what others owe for their discounts. */
export default function OrdersPage() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const view = VIEWS.find((one) => one === get('view')) ?? 'list'
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <div>
        <Segmented<View>
          value={view}
          options={VIEWS.map((value) => ({ value, label: t[value] }))}
          onChange={(next) => set({ view: next === 'list' ? null : next }, { replace: true })}
        />
      </div>
      {view === 'list' && <OrdersView />}
      {view === 'cards' && <CardsView />}
      {view === 'settlement' && <SettlementView />}
    </div>
  )
}
