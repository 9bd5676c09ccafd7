import type { PlanDetail } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { useStrings } from '../../locale/strings.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { HeadedBody } from '../../parts/panel.tsx'
import { PlanFrame } from '../goals/plans/plan-frame.tsx'
import { type PlanAt, usePlan } from '../goals/plans/use-plans.ts'
import { BudgetHome } from './budget-home.tsx'
import { strings } from './strings.ts'

const HEIGHT = 640

/** Where the year's money goes, whether it adds up, and whether it obeys. */
export default function BudgetPage() {
  const t = useStrings(strings)
  return (
    <PlanFrame title={t.title} lead={t.lead} height={HEIGHT}>
      {(chosen) => <OneBudget {...chosen} />}
    </PlanFrame>
  )
}

function OneBudget({ at, picker }: { at: PlanAt; picker: ReactNode }) {
  const t = useStrings(strings)
  const header = <PageHeader title={t.title} lead={t.lead} actions={picker} />
  return (
    <HeadedBody<PlanDetail> header={header} query={usePlan(at)} height={HEIGHT}>
      {(plan) => <BudgetHome at={at} plan={plan} picker={picker} />}
    </HeadedBody>
  )
}
