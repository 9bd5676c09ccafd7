import type { CouponBatch } from '@zhanggui/contract'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { ListPage } from '../list-page.tsx'
import { BatchTable } from './batch-table.tsx'
import { CodesDialog } from './codes-dialog.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { strings } from './strings.ts'
import { useBatches } from './use-coupons.ts'

const HEIGHT = 280

/** What was issued, claimed, used, and what is still owed. */
export default function CouponsPage() {
  const t = useStrings(strings)
  const mayWrite = usePermissions().includes('plan:write')
  const [codesOf, setCodesOf] = useState<CouponBatch | null>(null)
  return (
    <ListPage<CouponBatch>
      words={{ ...t, list: t.batches, create: t.issue }}
      query={useBatches(useStoreId())}
      height={HEIGHT}
      dialog={(close) => <IssueDialog onClose={close} />}
      over={codesOf && <CodesDialog batch={codesOf} onClose={() => setCodesOf(null)} />}
    >
      {(batches) => <BatchTable batches={batches} {...(mayWrite && { onCodes: setCodesOf })} />}
    </ListPage>
  )
}
