import type { PriceProposalPage } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ProposalTable } from './proposal-table.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { strings } from './strings.ts'
import { useProposals } from './use-proposals.ts'

const HEIGHT = 280

/** Prices from their proposal to the day they hold. */
export default function PricesPage() {
  const t = useStrings(strings)
  const mayWrite = usePermissions().includes('plan:write')
  const [isNew, setNew] = useState(false)
  const propose = mayWrite && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t.propose}
    </Button>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={propose} />
      <Panel<PriceProposalPage>
        title={t.list}
        query={useProposals(useStoreId())}
        height={HEIGHT}
        isEmpty={({ proposals }) => proposals.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} action={propose} />}
      >
        {({ proposals }) => <ProposalTable proposals={proposals} />}
      </Panel>
      {isNew && <ProposeDialog onClose={() => setNew(false)} />}
    </div>
  )
}
