import { Tabs } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { ViewSkeleton } from '../../../parts/view-skeleton.tsx'
import { strings } from './strings.ts'

const VIEW_IDS = ['board', 'duty', 'warnings', 'report'] as const
type View = (typeof VIEW_IDS)[number]

/** Each view is fetched when it is first opened. */
const VIEWS: Record<View, ComponentType> = {
  board: lazy(() => import('./board/board-view.tsx')),
  duty: lazy(() => import('./duty/duty-view.tsx')),
  warnings: lazy(() => import('./warnings/warnings-view.tsx')),
  report: lazy(() => import('./report/report-view.tsx')),
}

/** What runs against the clock, who is on duty, what the merchant owes, and how much was in time. */
export default function ClocksPage() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const view = VIEW_IDS.find((id) => id === get('view')) ?? 'board'
  const Shown = VIEWS[view]
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <Tabs
        activeKey={view}
        onChange={(key) => set({ view: key === 'board' ? null : key, clock: null })}
        items={VIEW_IDS.map((key) => ({ key, label: t[key] }))}
      />
      <Suspense fallback={<ViewSkeleton />}>
        <Shown />
      </Suspense>
    </div>
  )
}
