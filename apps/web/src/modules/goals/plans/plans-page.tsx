import { PlusOutlined } from '@ant-design/icons'
import type { PlanSummary } from '@zhanggui/contract'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { CreatePlanDialog } from './create-plan-dialog.tsx'
import { NoPlan } from './no-plan.tsx'
import { PlanTable } from './plan-table.tsx'
import { strings } from './strings.ts'
import { usePlans } from './use-plans.ts'

const LIST_HEIGHT = 220

/** The plans of a shop, and the way to a new one. */
export default function PlansPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const plans = usePlans(store)
  const navigate = useNavigate()
  const { get, set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  const create = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => set({ new: '1' })}>
      {t.create}
    </Button>
  )
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} actions={create} />
      <Panel<PlanSummary[]>
        title={t.plans}
        query={plans}
        height={LIST_HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<NoPlan />}
      >
        {(list) => <PlanTable store={store} plans={list} />}
      </Panel>
      {mayWrite && plans.data && get('new') !== null && (
        <CreatePlanDialog
          store={store}
          plans={plans.data}
          onClose={() => set({ new: null }, { replace: true })}
          onMade={(id) => navigate(`/stores/${store}/goals/plans/${id}`)}
        />
      )}
    </>
  )
}
