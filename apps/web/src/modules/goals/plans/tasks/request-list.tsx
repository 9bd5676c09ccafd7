import { PlusOutlined } from '@ant-design/icons'
import type { PlanDetail, PlanRequest } from '@zhanggui/contract'
import { Button } from 'antd'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import type { PlanAt } from '../use-plans.ts'
import { RequestDrawer } from './request-drawer.tsx'
import { taskStrings } from './strings.ts'
import styles from './task-list.module.css'

const NEW = 'new'

/** What the plan asks the merchant for; one opens in a drawer. */
export function RequestList({ at, plan }: { at: PlanAt; plan: PlanDetail }) {
  const t = useStrings(taskStrings)
  const { get, set } = useSearchState()
  const editable = usePermissions().includes('plan:write') && plan.status === 'draft'
  const node = get('node')
  const open = plan.requests.find(({ id }) => id === node) ?? null
  return (
    <>
      {editable && (
        <div className={styles.bar}>
          <span />
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => set({ node: NEW })}>
            {t.newRequest}
          </Button>
        </div>
      )}
      {plan.requests.length === 0 ? (
        <EmptyState title={t.noRequests} text={t.noRequestsText} />
      ) : (
        <RequestTable plan={plan} onOpen={(id) => set({ node: id })} />
      )}
      {(open || (node === NEW && editable)) && (
        <RequestDrawer
          at={at}
          plan={plan}
          request={open}
          editable={editable}
          onClose={() => set({ node: null, field: null })}
        />
      )}
    </>
  )
}

function RequestTable({ plan, onOpen }: { plan: PlanDetail; onOpen: (id: string) => void }) {
  const t = useStrings(taskStrings)
  const format = useFormat(plan.currency)
  const columns: Column<PlanRequest>[] = [
    {
      key: 'text',
      title: t.request,
      render: ({ id, text }) => (
        <button type="button" className={styles.title} onClick={() => onOpen(id)}>
          {text}
        </button>
      ),
    },
    { key: 'kind', title: t.kind, render: ({ kind }) => t[`kind_${kind}`] },
    { key: 'period', title: t.period, render: ({ period }) => format.period(period) },
    { key: 'amount', title: t.amount, numeric: true, render: ({ amountCents }) => format.exact(amountCents, 'money') },
    { key: 'due', title: t.answerDue, render: ({ dueDay }) => (dueDay ? format.longDay(dueDay) : '–') },
    { key: 'owner', title: t.merchantOwner, render: ({ owner }) => owner ?? '–' },
  ]
  return <DataTable label={t.requests} columns={columns} rows={plan.requests} rowKey={({ id }) => id} />
}
