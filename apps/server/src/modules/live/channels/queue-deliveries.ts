import type { Store } from '@zhanggui/contract'
import { type Notice, severityRank, worstOf } from '@zhanggui/playbooks'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { itemWords, noticeTitle } from '../alerts/notices/notice-words.ts'
import type { IncidentRow } from '../alerts/schema.ts'
import { isChannelTrouble } from './channel-trouble.ts'
import { type ChannelRow, type NoticeMessage, noticeChannels, noticeDeliveries } from './schema.ts'

type Telling = { store: Store; now: Date; byId: ReadonlyMap<string, IncidentRow> }

const urlOf = ({ settings }: Context, store: string, incident: string): string | null =>
  settings.publicUrl ? `${settings.publicUrl.replace(/\/$/, '')}/stores/${store}/live/alerts/${incident}` : null

/** A channel that fails is told on the page only: told by the channels it would be a message about a message. */
const withoutTrouble = (notice: Notice, byId: Telling['byId']): Notice => ({
  ...notice,
  items: notice.items.filter(({ incident }) => {
    const row = byId.get(incident)
    return row !== undefined && !isChannelTrouble(row)
  }),
})

/** A group has one chat: what several roles are told at once is one message there, each incident once. */
function forGroup(notices: readonly Notice[]): Notice[] {
  const items = new Map(
    notices.flatMap((notice) => notice.items).map((item) => [`${item.incident}/${item.stage}`, item]),
  )
  if (items.size === 0) return []
  const to = [...new Set(notices.map((notice) => notice.to))].join(',')
  return [{ to, severity: worstOf(notices.map(({ severity }) => severity)), items: [...items.values()] }]
}

const isFor = ({ roles, fromSeverity }: ChannelRow, { to, severity }: Notice): boolean =>
  severityRank(severity) >= severityRank(fromSeverity) && (roles.length === 0 || roles.includes(to))

function messageOf(context: Context, notice: Notice, { store, now, byId }: Telling): NoticeMessage {
  const title = noticeTitle(notice, byId)
  const lines = notice.items.flatMap(({ incident, stage }) => {
    const row = byId.get(incident)
    return row ? [{ ...itemWords(stage, row), url: urlOf(context, store.id, incident) }] : []
  })
  return {
    titleZh: `${store.name} ${title.zh}`,
    titleEn: `${store.name}: ${title.en}`,
    severity: notice.severity,
    role: notice.to,
    lines,
    at: now.toISOString(),
  }
}

/** Puts messages on their way by every channel that is on, inside the transaction that remembers they were told. */
export async function queueDeliveries(
  context: Context,
  tx: RecordTx,
  notices: readonly Notice[],
  telling: Telling,
): Promise<void> {
  const told = notices.map((notice) => withoutTrouble(notice, telling.byId)).filter(({ items }) => items.length > 0)
  if (told.length === 0) return
  const { store, now } = telling
  const on = and(eq(noticeChannels.store, store.id), eq(noticeChannels.enabled, true))
  for (const channel of await tx.select().from(noticeChannels).where(on)) {
    const wanted = told.filter((notice) => isFor(channel, notice))
    const messages = channel.settings.kind === 'email' ? wanted : forGroup(wanted)
    const rows = messages.map((notice) => ({
      store: store.id,
      channel: channel.id,
      message: messageOf(context, notice, telling),
      state: 'pending' as const,
      attempts: 0,
      nextAt: now,
      createdAt: now,
    }))
    if (rows.length > 0) await tx.insert(noticeDeliveries).values(rows)
  }
}
