import { Tabs } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { ViewSkeleton } from '../../../parts/view-skeleton.tsx'
import { strings } from './strings.ts'
import { usePlanRuns } from './use-drills.ts'

const VIEW_IDS = ['plans', 'running', 'drills', 'calendar'] as const
type View = (typeof VIEW_IDS)[number]

/** Each view is fetched when it is first opened. */
const VIEWS: Record<View, ComponentType> = {
  plans: lazy(() => import('./plans-view.tsx')),
  running: lazy(() => import('./running-view.tsx')),
  drills: lazy(() => import('./drills-view.tsx')),
  calendar: lazy(() => import('./calendar-view.tsx')),
}

/** What to do when something goes wrong, what runs now, and how rehearsals went. */
export default function DrillsPage() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const view = VIEW_IDS.find((id) => id === get('view')) ?? 'plans'
  const running = usePlanRuns().data?.filter(({ state }) => state === 'running').length ?? 0
  const Shown = VIEWS[view]
  const label = (key: View): string => (key === 'running' && running > 0 ? `${t.running} ${running}` : t[key])
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <Tabs
        activeKey={view}
        onChange={(key) => set({ view: key === 'plans' ? null : key, drill: null })}
        items={VIEW_IDS.map((key) => ({ key, label: label(key) }))}
      />
      <Suspense fallback={<ViewSkeleton />}>
        <Shown />
      </Suspense>
    </div>
  )
}
