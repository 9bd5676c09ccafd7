import type { PlanDetail } from '@zhanggui/contract'
import { Tabs } from 'antd'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { useSearchState } from '../../app/use-search-state.ts'
import { useStrings } from '../../locale/strings.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import stack from '../../parts/stack.module.css'
import { ViewSkeleton } from '../../parts/view-skeleton.tsx'
import type { PlanAt } from '../goals/plans/use-plans.ts'
import { Headline } from './headline.tsx'
import { strings } from './strings.ts'
import { BUDGET_VIEWS, type BudgetView, budgetViewOf } from './views.ts'

export type BudgetProps = { at: PlanAt; plan: PlanDetail }

/** Each view is fetched when it is first opened. */
const VIEWS: Record<BudgetView, ComponentType<BudgetProps>> = {
  tree: lazy(() => import('./tree/tree-view.tsx')),
  ledger: lazy(() => import('./ledger/ledger-view.tsx')),
  pacing: lazy(() => import('./pacing/pacing-view.tsx')),
  reserve: lazy(() => import('./reserve/reserve-view.tsx')),
  channels: lazy(() => import('./channels/channels-view.tsx')),
  scenario: lazy(() => import('./scenario/scenario-view.tsx')),
  subsidies: lazy(() => import('./subsidies/subsidies-view.tsx')),
  resources: lazy(() => import('./resources/resources-view.tsx')),
}

/** The answer first, then one view at a time; which one is in the URL. */
export function BudgetHome({ at, plan, picker }: BudgetProps & { picker: ReactNode }) {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const view = budgetViewOf(get('view'))
  const View = VIEWS[view]
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={picker} />
      <Headline at={at} plan={plan} />
      <Tabs
        activeKey={view}
        onChange={(key) => set({ view: key === 'tree' ? null : key, node: null, field: null })}
        items={BUDGET_VIEWS.map((key) => ({ key, label: t[key] }))}
      />
      <Suspense fallback={<ViewSkeleton />}>
        <View at={at} plan={plan} />
      </Suspense>
    </div>
  )
}
