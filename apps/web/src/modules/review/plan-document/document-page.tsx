import type { PlanSummary } from '@zhanggui/contract'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { NoPlan } from '../../goals/plans/no-plan.tsx'
import { PlanPicker } from '../../goals/plans/plan-picker.tsx'
import { useChosenPlan } from '../../goals/plans/use-chosen-plan.ts'
import { usePlans } from '../../goals/plans/use-plans.ts'
import { DocumentActions } from './document-actions.tsx'
import { DocumentReader } from './document-reader.tsx'
import { strings } from './strings.ts'
import { useDocument } from './use-document.ts'

const HEIGHT = 720

/** The plan as a document to read, present, print and send. */
export default function DocumentPage() {
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
      {(list) => <Chosen plans={list} />}
    </PanelBody>
  )
}

function Chosen({ plans }: { plans: readonly PlanSummary[] }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const language = useLanguage()
  const { plan, choose } = useChosenPlan(plans)
  if (!plan) return <NoPlan />
  const at = { store, plan: plan.id, language }
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <PlanPicker plans={plans} plan={plan} onChoose={choose} />
            <DocumentActions at={at} />
          </>
        }
      />
      <Reading key={plan.id} at={at} />
    </>
  )
}

function Reading({ at }: { at: Parameters<typeof useDocument>[0] }) {
  return (
    <PanelBody query={useDocument(at)} height={HEIGHT}>
      {(document) => <DocumentReader document={document} at={at} />}
    </PanelBody>
  )
}
