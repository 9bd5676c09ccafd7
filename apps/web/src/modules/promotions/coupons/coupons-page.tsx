import type { CouponBatch } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { BatchTable } from './batch-table.tsx'
import { CodesDialog } from './codes-dialog.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { strings } from './strings.ts'
import { useBatches } from './use-coupons.ts'

const HEIGHT = 280

/** What was issued, claimed, used, and what is still owed. */
export default function CouponsPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const mayWrite = usePermissions().includes('plan:write')
  const [isIssuing, setIssuing] = useState(false)
  const [codesOf, setCodesOf] = useState<CouponBatch | null>(null)
  const issue = mayWrite && (
    <Button type="primary" onClick={() => setIssuing(true)}>
      {t.issue}
    </Button>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={issue} />
      <Panel<CouponBatch[]>
        title={t.batches}
        query={useBatches(store)}
        height={HEIGHT}
        isEmpty={(batches) => batches.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} action={issue} />}
      >
        {(batches) => <BatchTable batches={batches} {...(mayWrite && { onCodes: setCodesOf })} />}
      </Panel>
      {isIssuing && <IssueDialog onClose={() => setIssuing(false)} />}
      {codesOf && <CodesDialog batch={codesOf} onClose={() => setCodesOf(null)} />}
    </div>
  )
}
