import type { PlanDetail, PlanSummary } from '@zhanggui/contract'
import { Alert, Segmented } from 'antd'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { PageHeader } from '../../../../parts/page-header.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { NoPlan } from '../no-plan.tsx'
import { PlanPicker } from '../plan-picker.tsx'
import { useChosenPlan } from '../use-chosen-plan.ts'
import { usePlan, usePlans } from '../use-plans.ts'
import { RequestList } from './request-list.tsx'
import { taskStrings } from './strings.ts'
import { TaskList } from './task-list.tsx'

const HEIGHT = 480

/** What the plan asks to be done, and what the merchant is asked for. */
export default function TasksPage() {
  const t = useStrings(taskStrings)
  const plans = usePlans(useStoreId())
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <PanelBody<PlanSummary[]> query={plans} height={HEIGHT} isEmpty={(list) => list.length === 0} empty={<NoPlan />}>
        {(list) => <ChosenTasks plans={list} />}
      </PanelBody>
    </div>
  )
}

function ChosenTasks({ plans }: { plans: readonly PlanSummary[] }) {
  const t = useStrings(taskStrings)
  const store = useStoreId()
  const { get, set } = useSearchState()
  const { plan, choose } = useChosenPlan(plans)
  const detail = usePlan({ store, plan: plan?.id ?? '' })
  if (!plan) return <NoPlan />
  const view = get('view') === 'requests' ? 'requests' : 'tasks'
  const which = (
    <Segmented
      aria-label={t.view}
      value={view}
      onChange={(next) => set({ view: next === 'requests' ? 'requests' : null })}
      options={[
        { value: 'tasks', label: t.tasks },
        { value: 'requests', label: t.requests },
      ]}
    />
  )
  return (
    <Card title={<PlanPicker plans={plans} plan={plan} onChoose={choose} />} extra={which}>
      <PanelBody<PlanDetail> query={detail} height={HEIGHT}>
        {(whole) => (
          <div className={stack.stack}>
            {whole.status === 'approved' && <Alert type="info" showIcon title={t.frozen} />}
            {view === 'tasks' ? (
              <TaskList at={{ store, plan: plan.id }} plan={whole} />
            ) : (
              <RequestList at={{ store, plan: plan.id }} plan={whole} />
            )}
          </div>
        )}
      </PanelBody>
    </Card>
  )
}
