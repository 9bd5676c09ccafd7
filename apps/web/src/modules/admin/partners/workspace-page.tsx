import type { PartnerWorkspace } from '@zhanggui/contract'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { HeadedBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ContractCard } from './contract-card.tsx'
import { strings } from './strings.ts'
import { useWorkspace } from './use-partners.ts'

const HEIGHT = 560

/** What a partner sees: its own contracts, how they were kept, and the figures it needs. */
export default function WorkspacePage() {
  const t = useStrings(strings)
  const header = <PageHeader title={t.workspace} lead={t.workspaceLead} />
  return (
    <HeadedBody<PartnerWorkspace> query={useWorkspace(useStoreId())} height={HEIGHT} header={header}>
      {({ partner, contracts, currency }) => (
        <div className={stack.stack}>
          <PageHeader title={`${t.workspace} · ${partner.name}`} lead={t.workspaceLead} />
          {contracts.length === 0 && (
            <Card>
              <EmptyState title={t.noContracts} text={t.noContractsText} />
            </Card>
          )}
          {contracts.map((contract) => (
            <ContractCard key={contract.number} contract={contract} currency={currency} mayAnswer />
          ))}
        </div>
      )}
    </HeadedBody>
  )
}
