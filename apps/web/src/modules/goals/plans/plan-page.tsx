import type { PlanDetail } from '@zhanggui/contract'
import { useParams } from 'react-router'
import { PageTitle } from '../../../app/page-title.tsx'
import { useStoreId } from '../../../app/use-store-id.ts'
import { HeadedBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ComparisonCard } from './comparison-card.tsx'
import { ConfirmCard } from './confirm-card.tsx'
import { BasisCard } from './header/basis-card.tsx'
import { ChaptersCard } from './header/chapters-card.tsx'
import { PlanAnswer } from './plan-answer.tsx'
import { PlanHeader } from './plan-header.tsx'
import { PlanParts } from './plan-parts.tsx'
import { RequestCard } from './request-card.tsx'
import { usePlan } from './use-plans.ts'
import { VersionCard } from './version-card.tsx'

const PAGE_HEIGHT = 640

/** The home of one plan: where it stands, what is in it, its versions, and what the merchant has confirmed. */
export default function PlanPage() {
  const store = useStoreId()
  const { plan = '' } = useParams()
  const at = { store, plan }
  return (
    <HeadedBody<PlanDetail> header={<PageTitle />} query={usePlan(at)} height={PAGE_HEIGHT}>
      {(detail) => (
        <div className={stack.stack}>
          <PlanHeader at={at} plan={detail} />
          <ConfirmCard at={at} plan={detail} />
          <PlanAnswer at={at} plan={detail} />
          <PlanParts at={at} plan={detail} />
          <ChaptersCard at={at} plan={detail} />
          <BasisCard at={at} plan={detail} />
          <RequestCard at={at} />
          <ComparisonCard at={at} plan={detail} />
          <VersionCard at={at} plan={detail} />
        </div>
      )}
    </HeadedBody>
  )
}
