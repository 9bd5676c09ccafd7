import { Tabs } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { ViewSkeleton } from '../../../parts/view-skeleton.tsx'
import { PauseBanner, PauseButton } from './pause-button.tsx'
import { strings } from './strings.ts'
import { useRuns } from './use-playbooks.ts'

const VIEW_IDS = ['playbooks', 'runs', 'levers'] as const
type View = (typeof VIEW_IDS)[number]

/** Each view is fetched when it is first opened. */
const VIEWS: Record<View, ComponentType> = {
  playbooks: lazy(() => import('./playbook-list.tsx')),
  runs: lazy(() => import('./runs-view.tsx')),
  levers: lazy(() => import('./levers-view.tsx')),
}

/** What happens by itself, what it did, and the switch that stops all of it. */
export default function PlaybooksPage() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const view = VIEW_IDS.find((id) => id === get('view')) ?? 'playbooks'
  const waiting = useRuns().data?.filter(({ state }) => state === 'waiting').length ?? 0
  const Shown = VIEWS[view]
  const label = (key: View): string =>
    key === 'runs' && waiting > 0 ? `${t.runs} · ${t.waitingNow} ${waiting}` : t[key]
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={<PauseButton />} />
      <PauseBanner />
      <Tabs
        activeKey={view}
        onChange={(key) => set({ view: key === 'playbooks' ? null : key })}
        items={VIEW_IDS.map((key) => ({ key, label: label(key) }))}
      />
      <Suspense fallback={<ViewSkeleton />}>
        <Shown />
      </Suspense>
    </div>
  )
}
