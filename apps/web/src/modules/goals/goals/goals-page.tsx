import type { GoalsView, PlanSummary } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { NoPlan } from '../plans/no-plan.tsx'
import { PlanPicker } from '../plans/plan-picker.tsx'
import { useChosenPlan } from '../plans/use-chosen-plan.ts'
import { type PlanAt, usePlans } from '../plans/use-plans.ts'
import { GoalsHome } from './goals-home.tsx'
import { strings } from './strings.ts'
import { useGoals } from './use-goals.ts'

const HEIGHT = 640

/** What the year shall bring, split so that it adds up, and how far it is. */
export default function GoalsPage() {
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
      {(list) => <ChosenGoals plans={list} />}
    </PanelBody>
  )
}

function ChosenGoals({ plans }: { plans: readonly PlanSummary[] }) {
  const store = useStoreId()
  const { plan, choose } = useChosenPlan(plans)
  if (!plan) return <NoPlan />
  const picker = <PlanPicker plans={plans} plan={plan} onChoose={choose} />
  return <OneTree key={plan.id} at={{ store, plan: plan.id }} picker={picker} />
}

function OneTree({ at, picker }: { at: PlanAt; picker: ReactNode }) {
  return (
    <PanelBody<GoalsView> query={useGoals(at)} height={HEIGHT}>
      {(view) => <GoalsHome at={at} view={view} picker={picker} />}
    </PanelBody>
  )
}
