import type { PlanFindings, PlanSummary } from '@zhanggui/contract'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { NoPlan } from '../plans/no-plan.tsx'
import { PlanPicker } from '../plans/plan-picker.tsx'
import { useChosenPlan } from '../plans/use-chosen-plan.ts'
import { usePlans } from '../plans/use-plans.ts'
import { ExportMenu } from './export-menu.tsx'
import { FileCheckButton } from './file-check.tsx'
import { FindingsView } from './findings-view.tsx'
import { checkStrings } from './strings.ts'
import { useFindings } from './use-findings.ts'

const HEIGHT = 480

/** What is wrong, or worth a look, in a plan; each finding with its way to the cell. */
export default function CheckPage() {
  const t = useStrings(checkStrings)
  const store = useStoreId()
  const plans = usePlans(store)
  if (plans.data && plans.data.length > 0) return <ChosenPlan plans={plans.data} />
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={<FileCheckButton store={store} />} />
      <PanelBody<PlanSummary[]> query={plans} height={HEIGHT}>
        {() => <NoPlan />}
      </PanelBody>
    </div>
  )
}

function ChosenPlan({ plans }: { plans: readonly PlanSummary[] }) {
  const t = useStrings(checkStrings)
  const store = useStoreId()
  const { plan, choose } = useChosenPlan(plans)
  const at = { store, plan: plan?.id ?? '' }
  const findings = useFindings(at)
  if (!plan) return <NoPlan />
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <FileCheckButton store={store} />
            <ExportMenu at={at} />
          </>
        }
      />
      <PlanPicker plans={plans} plan={plan} onChoose={choose} />
      <PanelBody<PlanFindings> query={findings} height={HEIGHT}>
        {(found) => <FindingsView at={at} found={found} />}
      </PanelBody>
    </div>
  )
}
