import type { AuditPage as AuditList } from '@zhanggui/contract'
import { Pagination } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { strings } from './strings.ts'
import { AUDIT_PAGE_SIZE, type AuditQuestion, useAudit } from './use-audit.ts'
import { Verification } from './verification.tsx'

const LIST_HEIGHT = 480

/** Who changed what, and the proof that nobody has tampered with the answer. */
export default function AuditPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { get, set } = useSearchState()
  const question: AuditQuestion = {
    scope: get('scope') === 'installation' ? 'installation' : 'shop',
    subject: get('subject') ?? '',
    action: get('action') ?? '',
    page: Math.max(1, Number(get('page') ?? '1') || 1),
  }
  const audit = useAudit(store, question)
  const opened = audit.data?.entries.find((entry) => String(entry.sequence) === get('entry'))
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <Verification store={store} />
      <AuditFilters question={question} onChange={(change) => set({ ...change, page: null }, { replace: true })} />
      <Panel<AuditList>
        query={audit}
        height={LIST_HEIGHT}
        isEmpty={(page) => page.entries.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyHint} />}
      >
        {(page) => (
          <div className={stack.stack}>
            <AuditTable store={store} entries={page.entries} onOpen={(sequence) => set({ entry: String(sequence) })} />
            <Pagination
              align="end"
              current={question.page}
              pageSize={AUDIT_PAGE_SIZE}
              total={page.total}
              onChange={(next) => set({ page: String(next) })}
              showSizeChanger={false}
              hideOnSinglePage
            />
          </div>
        )}
      </Panel>
      {opened && <EntryDrawer store={store} entry={opened} onClose={() => set({ entry: null })} />}
    </div>
  )
}
