import { Tabs } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { ViewSkeleton } from '../../../parts/view-skeleton.tsx'
import { strings } from './strings.ts'

const VIEW_IDS = ['incidents', 'loops', 'rules', 'quiet', 'channels'] as const
type View = (typeof VIEW_IDS)[number]

/** Each view is fetched when it is first opened. */
const VIEWS: Record<View, ComponentType> = {
  incidents: lazy(() => import('./incidents/incidents-view.tsx')),
  loops: lazy(() => import('./incidents/loops-view.tsx')),
  rules: lazy(() => import('./rules/rules-view.tsx')),
  quiet: lazy(() => import('./quiet/quiet-view.tsx')),
  channels: lazy(() => import('./channels/channels-view.tsx')),
}

/** What is wrong now, what is watched, when messages wait and where they go. */
export default function AlertsPage() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const mayManage = usePermissions().includes('store:manage')
  const offered = VIEW_IDS.filter((id) => id !== 'channels' || mayManage)
  const view = offered.find((id) => id === get('view')) ?? 'incidents'
  const Shown = VIEWS[view]
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <Tabs
        activeKey={view}
        onChange={(key) => set({ view: key === 'incidents' ? null : key })}
        items={offered.map((key) => ({ key, label: t[key] }))}
      />
      <Suspense fallback={<ViewSkeleton />}>
        <Shown />
      </Suspense>
    </div>
  )
}
