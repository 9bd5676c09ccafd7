import type { ChannelInfo, SimulatedMessage } from '@zhanggui/contract'
import { useStoreTimeZone } from '../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import styles from './connectors.module.css'
import { strings } from './strings.ts'
import { useSimulatedMessages } from './use-connectors.ts'

/** What a simulated channel was given, for a person to read. */
export function SimulatedInbox({ store, channel }: { store: string; channel: ChannelInfo }) {
  const t = useStrings(strings)
  const format = useFormat()
  const zone = useStoreTimeZone()
  const title = t.inbox(channel.name)
  return (
    <Panel<SimulatedMessage[]>
      title={title}
      note={t.inboxNote}
      query={useSimulatedMessages(store, channel.id)}
      height={120}
      isEmpty={(messages) => messages.length === 0}
      empty={<EmptyState title={t.inboxEmpty} text={t.inboxEmptyText} />}
    >
      {(messages) => (
        <DataTable
          label={title}
          rows={messages}
          rowKey={({ id }) => String(id)}
          pageSize={5}
          columns={[
            { key: 'at', title: t.at, render: ({ at }) => format.instant(at, zone) },
            { key: 'recipient', title: t.recipient, render: ({ recipient }) => recipient },
            { key: 'body', title: t.body, render: ({ body }) => <pre className={styles.body}>{body}</pre> },
          ]}
        />
      )}
    </Panel>
  )
}
