import type { PromotionDetail } from '@zhanggui/contract'
import { Tabs } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import stack from '../../../parts/stack.module.css'
import { ViewSkeleton } from '../../../parts/view-skeleton.tsx'
import type { PromotionAt } from '../use-promotions.ts'
import { DesignerHeader } from './designer-header.tsx'
import { RulesView } from './rules-view.tsx'
import { strings } from './strings.ts'
import { useDraft } from './use-draft.ts'

export type PromotionProps = { at: PromotionAt; promotion: PromotionDetail }

const VIEWS = ['rules', 'text', 'check', 'lowest', 'replay', 'events', 'versions'] as const
type View = (typeof VIEWS)[number]

/** What is about the stored promotion; fetched when it is first opened. */
const STORED: Record<Exclude<View, 'rules'>, ComponentType<PromotionProps>> = {
  text: lazy(() => import('../questions/text-view.tsx')),
  check: lazy(() => import('../questions/check-view.tsx')),
  lowest: lazy(() => import('../questions/lowest-view.tsx')),
  replay: lazy(() => import('../questions/replay-view.tsx')),
  events: lazy(() => import('../questions/events-view.tsx')),
  versions: lazy(() => import('./versions-view.tsx')),
}

const viewOf = (named: string | null): View => VIEWS.find((view) => view === named) ?? 'rules'

export function Designer({ at, promotion }: PromotionProps) {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const view = viewOf(get('view'))
  const edit = useDraft(at, promotion)
  return (
    <div className={stack.stack}>
      <DesignerHeader at={at} promotion={promotion} edit={edit} />
      <Tabs
        aria-label={t.view}
        activeKey={view}
        onChange={(key) => set({ view: key === 'rules' ? null : key })}
        items={VIEWS.map((key) => ({ key, label: t[key] }))}
      />
      {view === 'rules' ? (
        <RulesView promotion={promotion} draft={edit.draft} change={edit.change} />
      ) : (
        <StoredView view={view} at={at} promotion={promotion} />
      )}
    </div>
  )
}

function StoredView({ view, ...props }: PromotionProps & { view: Exclude<View, 'rules'> }) {
  const View = STORED[view]
  return (
    <Suspense fallback={<ViewSkeleton />}>
      <View {...props} />
    </Suspense>
  )
}
