import type { GoalsView } from '@zhanggui/contract'
import { Tabs } from 'antd'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { ViewSkeleton } from '../../../parts/view-skeleton.tsx'
import type { PlanAt } from '../plans/use-plans.ts'
import { GoalsHeadline } from './goals-headline.tsx'
import { NoGoals } from './no-goals.tsx'
import { strings } from './strings.ts'
import { GOAL_VIEWS, type GoalPageView, goalViewOf } from './views.ts'

export type GoalsProps = { at: PlanAt; view: GoalsView; editable: boolean }

/** Each view is fetched when it is first opened. */
const VIEWS: Record<GoalPageView, ComponentType<GoalsProps>> = {
  targets: lazy(() => import('./grid/targets-view.tsx')),
  attainment: lazy(() => import('./attain/attainment-view.tsx')),
  drivers: lazy(() => import('./drivers/drivers-view.tsx')),
  balance: lazy(() => import('./balance/balance-view.tsx')),
  stages: lazy(() => import('./attain/stages-view.tsx')),
}

/** The answer first, then one view at a time; which one is in the URL. */
export function GoalsHome({ at, view, picker }: { at: PlanAt; view: GoalsView; picker: ReactNode }) {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const permissions = usePermissions()
  const editable = view.editable && permissions.includes('plan:write')
  const shown = goalViewOf(get('view'))
  const View = VIEWS[shown]
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={picker} />
      {view.goals.length === 0 ? (
        <NoGoals at={at} view={view} editable={editable} />
      ) : (
        <>
          <GoalsHeadline at={at} view={view} />
          <Tabs
            activeKey={shown}
            onChange={(key) => set({ view: key === 'targets' ? null : key, field: null, topic: null })}
            items={GOAL_VIEWS.map((key) => ({ key, label: t[key] }))}
          />
          <Suspense fallback={<ViewSkeleton />}>
            <View at={at} view={view} editable={editable} />
          </Suspense>
        </>
      )}
    </div>
  )
}
