import type { PlanDetail, PlanSummary } from '@zhanggui/contract'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { PageHeader } from '../../../../parts/page-header.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import { NoPlan } from '../no-plan.tsx'
import { PlanPicker } from '../plan-picker.tsx'
import { useChosenPlan } from '../use-chosen-plan.ts'
import { usePlan, usePlans } from '../use-plans.ts'
import { tableStrings } from './strings.ts'
import { TableEditor } from './table-editor.tsx'

const HEIGHT = 520

/** The seven-column table of a year, which every operator knows from Excel. */
export default function TablePage() {
  const t = useStrings(tableStrings)
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
      {(list) => <ChosenTable plans={list} />}
    </PanelBody>
  )
}

function ChosenTable({ plans }: { plans: readonly PlanSummary[] }) {
  const store = useStoreId()
  const { plan, choose } = useChosenPlan(plans)
  return plan ? <OneTable key={plan.id} store={store} plans={plans} plan={plan} choose={choose} /> : <NoPlan />
}

type Props = { store: string; plans: readonly PlanSummary[]; plan: PlanSummary; choose: (id: string) => void }

function OneTable({ store, plans, plan, choose }: Props) {
  const at = { store, plan: plan.id }
  const picker = <PlanPicker plans={plans} plan={plan} onChoose={choose} />
  return (
    <PanelBody<PlanDetail> query={usePlan(at)} height={HEIGHT}>
      {(detail) => <TableEditor at={at} plan={detail} picker={picker} />}
    </PanelBody>
  )
}
