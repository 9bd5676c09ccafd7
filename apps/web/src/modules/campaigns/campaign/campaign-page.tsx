import type { CampaignDetail } from '@zhanggui/contract'
import { Tabs } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { PageTitle } from '../../../app/page-title.tsx'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { HeadedBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ViewSkeleton } from '../../../parts/view-skeleton.tsx'
import { type CampaignAt, useCampaign } from '../use-campaigns.ts'
import { CampaignHead } from './campaign-head.tsx'
import { strings } from './strings.ts'
import { CAMPAIGN_VIEWS, type CampaignView, viewOf } from './views.ts'

export type CampaignProps = { at: CampaignAt; campaign: CampaignDetail; mayWrite: boolean }

const HEIGHT = 720

/** Each view is fetched when it is first opened. */
const VIEWS: Record<CampaignView, ComponentType<CampaignProps>> = {
  overview: lazy(() => import('./overview/overview-view.tsx')),
  goods: lazy(() => import('./goods/goods-view.tsx')),
  tasks: lazy(() => import('./tasks/tasks-view.tsx')),
  run: lazy(() => import('./run/run-view.tsx')),
  pages: lazy(() => import('./pages/pages-view.tsx')),
  gate: lazy(() => import('./gate/gate-view.tsx')),
  clashes: lazy(() => import('./clashes/clashes-view.tsx')),
  review: lazy(() => import('./review/review-view.tsx')),
}

/** One campaign: where it stands, what its next step needs, and everything that hangs on it. */
export default function CampaignPage() {
  const at: CampaignAt = { store: useStoreId(), campaign: useParams().campaign ?? '' }
  return (
    <HeadedBody<CampaignDetail> header={<PageTitle />} query={useCampaign(at)} height={HEIGHT}>
      {(campaign) => <OneCampaign at={at} campaign={campaign} />}
    </HeadedBody>
  )
}

function OneCampaign({ at, campaign }: Omit<CampaignProps, 'mayWrite'>) {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  const view = viewOf(get('view'))
  const View = VIEWS[view]
  return (
    <div className={stack.stack}>
      <CampaignHead at={at} campaign={campaign} mayWrite={mayWrite} />
      <Tabs
        aria-label={t.view}
        activeKey={view}
        onChange={(key) => set({ view: key === 'overview' ? null : key })}
        items={CAMPAIGN_VIEWS.map((key) => ({ key, label: t[key] }))}
      />
      <Suspense fallback={<ViewSkeleton />}>
        <View at={at} campaign={campaign} mayWrite={mayWrite} />
      </Suspense>
    </div>
  )
}
