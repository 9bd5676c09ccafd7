import type { ConnectorInfo } from '@zhanggui/contract'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ConnectorTable } from './connector-table.tsx'
import { SimulatedInbox } from './simulated-inbox.tsx'
import { strings } from './strings.ts'
import { useConnectors, useSimulatedChannels } from './use-connectors.ts'

/** Where the shop touches outside systems, how each stands, and what simulators were given. */
export default function ConnectorsPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const channels = useSimulatedChannels(store)
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <Panel<ConnectorInfo[]>
        query={useConnectors(store)}
        height={420}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} />}
      >
        {(list) => <ConnectorTable store={store} connectors={list} />}
      </Panel>
      {(channels.data ?? []).map((channel) => (
        <SimulatedInbox key={channel.id} store={store} channel={channel} />
      ))}
    </div>
  )
}
