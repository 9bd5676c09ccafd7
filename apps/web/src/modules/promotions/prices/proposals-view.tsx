import type { PriceProposalPage } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ProposalTable } from './proposal-table.tsx'
import { strings } from './strings.ts'
import { useProposals } from './use-proposals.ts'

const HEIGHT = 280

/** Every price that was proposed, from its first word to the day it holds. */
export function ProposalsView({ propose }: { propose: ReactNode }) {
  const t = useStrings(strings)
  return (
    <Panel<PriceProposalPage>
      title={t.list}
      query={useProposals(useStoreId())}
      height={HEIGHT}
      isEmpty={({ proposals }) => proposals.length === 0}
      empty={<EmptyState title={t.empty} text={t.emptyText} action={propose} />}
    >
      {({ proposals }) => <ProposalTable proposals={proposals} />}
    </Panel>
  )
}
