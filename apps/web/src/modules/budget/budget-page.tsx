import type { PlanDetail, PlanSummary } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { useStoreId } from '../../app/use-store-id.ts'
import { useStrings } from '../../locale/strings.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { PanelBody } from '../../parts/panel.tsx'
import { NoPlan } from '../goals/plans/no-plan.tsx'
import { PlanPicker } from '../goals/plans/plan-picker.tsx'
import { useChosenPlan } from '../goals/plans/use-chosen-plan.ts'
import { usePlan, usePlans } from '../goals/plans/use-plans.ts'
import { BudgetHome } from './budget-home.tsx'
import { strings } from './strings.ts'

const HEIGHT = 640

/** Where the year's money goes, whether it adds up, and whether it obeys. */
export default function BudgetPage() {
  const t = useStrings(strings)
  const plans = usePlans(useStoreId())
  if (plans.data?.length === 0)
    return (
      <>
        <PageHeader title={t.title} lead={t.lead} />
        <NoPlan />
      </>
    )
  return (
    <PanelBody<PlanSummary[]> query={plans} height={HEIGHT}>
      {(list) => <ChosenBudget plans={list} />}
    </PanelBody>
  )
}

function ChosenBudget({ plans }: { plans: readonly PlanSummary[] }) {
  const store = useStoreId()
  const { plan, choose } = useChosenPlan(plans)
  const at = { store, plan: plan?.id ?? '' }
  if (!plan) return <NoPlan />
  return <OneBudget key={plan.id} at={at} picker={<PlanPicker plans={plans} plan={plan} onChoose={choose} />} />
}

function OneBudget({ at, picker }: { at: { store: string; plan: string }; picker: ReactNode }) {
  return (
    <PanelBody<PlanDetail> query={usePlan(at)} height={HEIGHT}>
      {(plan) => <BudgetHome at={at} plan={plan} picker={picker} />}
    </PanelBody>
  )
}
