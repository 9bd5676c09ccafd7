import type { PlanSummary } from '@zhanggui/contract'
import { Fragment, type ReactNode } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { HeadedBody } from '../../../parts/panel.tsx'
import { NoPlan } from './no-plan.tsx'
import { PlanPicker } from './plan-picker.tsx'
import { useChosenPlan } from './use-chosen-plan.ts'
import { type PlanAt, usePlans } from './use-plans.ts'

type Content = (chosen: { at: PlanAt; picker: ReactNode }) => ReactNode
type Props = { title: string; lead: string; height: number; children: Content }

/**
 * A page about one plan of the shop: it waits for the plans, says how to make the first one, and hands on which plan was
 * chosen with the picker for another. What it shows begins anew with another plan.
 */
export function PlanFrame({ title, lead, height, children }: Props) {
  const plans = usePlans(useStoreId())
  const empty = (
    <>
      <PageHeader title={title} lead={lead} />
      <NoPlan />
    </>
  )
  return (
    <HeadedBody<PlanSummary[]>
      header={<PageHeader title={title} lead={lead} />}
      query={plans}
      height={height}
      isEmpty={(list) => list.length === 0}
      empty={empty}
    >
      {(list) => <ChosenPlan plans={list} content={children} />}
    </HeadedBody>
  )
}

function ChosenPlan({ plans, content }: { plans: readonly PlanSummary[]; content: Content }) {
  const store = useStoreId()
  const { plan, choose } = useChosenPlan(plans)
  if (!plan) return <NoPlan />
  const picker = <PlanPicker plans={plans} plan={plan} onChoose={choose} />
  return <Fragment key={plan.id}>{content({ at: { store, plan: plan.id }, picker })}</Fragment>
}
