import type { ApprovalPage, ApprovalRule } from '@zhanggui/contract'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { DecideDialog } from './decide-dialog.tsx'
import { RequestCard } from './request-card.tsx'
import styles from './request-list.module.css'
import { RuleTable } from './rule-table.tsx'
import { strings } from './strings.ts'
import { type Step, useApprovalRules, useApprovals } from './use-approvals.ts'

const LIST_HEIGHT = 130
const RULES_HEIGHT = 160

/** What waits for a second person, and what needs one. */
export default function ApprovalsPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { get, set } = useSearchState()
  const waiting = get('show') !== 'all'
  const requests = useApprovals(store, waiting ? 'waiting' : null)
  const rules = useApprovalRules(store)
  const [open, setOpen] = useState<{ id: string; step: Step } | null>(null)
  const which = (
    <Segmented
      aria-label={t.show}
      value={waiting ? 'waiting' : 'all'}
      onChange={(show) => set({ show: show === 'all' ? 'all' : null })}
      options={[
        { value: 'waiting', label: t.waiting },
        { value: 'all', label: t.all },
      ]}
    />
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <Panel<ApprovalPage>
        title={t.requests}
        extra={which}
        query={requests}
        height={LIST_HEIGHT}
        isEmpty={(page) => page.requests.length === 0}
        empty={
          <EmptyState
            title={waiting ? t.nothingWaiting : t.nothing}
            text={waiting ? t.nothingWaitingText : t.nothingText}
          />
        }
      >
        {(page) => (
          <ul className={styles.list} aria-label={t.requests}>
            {page.requests.map((request) => (
              <RequestCard
                key={request.id}
                store={store}
                request={request}
                onStep={(step) => setOpen({ id: request.id, step })}
              />
            ))}
          </ul>
        )}
      </Panel>
      <Panel<ApprovalRule[]> title={t.rules} query={rules} height={RULES_HEIGHT}>
        {(list) => <RuleTable store={store} rules={list} />}
      </Panel>
      {open && <DecideDialog store={store} id={open.id} step={open.step} onClose={() => setOpen(null)} />}
    </div>
  )
}
