import type { Store } from '@zhanggui/contract'
import { type Notice, type NoticeIncident, planNotices } from '@zhanggui/playbooks'
import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { queueDeliveries } from '../../channels/queue-deliveries.ts'
import { readQuietTimes } from '../quiet/quiet-times.ts'
import { readSilences } from '../quiet/silences.ts'
import { lockShop } from '../rounds/lock-shop.ts'
import { alertEvents, alertInbox, alertIncidents, alertTold, type IncidentRow } from '../schema.ts'
import { minuteOf } from '../series/day-minute.ts'
import { localTime } from './local-time.ts'
import { noticeTitle, roleName } from './notice-words.ts'

/** Ends are told for a day; who was away longer reads the list. */
const TELL_END_MS = 86_400_000

const toNoticeIncident = (row: IncidentRow): NoticeIncident => ({
  id: String(row.id),
  causeKey: row.causeKey,
  severity: row.severity,
  owners: row.owners,
  rules: row.rules,
  openedAt: minuteOf(row.openedAt),
  acknowledgedAt: row.acknowledgedAt && minuteOf(row.acknowledgedAt),
  resolvedAt: row.resolvedAt && minuteOf(row.resolvedAt),
})

async function readTellable(tx: RecordTx, store: string, now: Date): Promise<IncidentRow[]> {
  const recent = gte(alertIncidents.resolvedAt, new Date(now.getTime() - TELL_END_MS))
  return tx
    .select()
    .from(alertIncidents)
    .where(and(eq(alertIncidents.store, store), or(isNull(alertIncidents.resolvedAt), recent)))
    .orderBy(alertIncidents.id)
}

async function readTold(tx: RecordTx, incidents: readonly IncidentRow[]): Promise<Set<string>> {
  const ids = incidents.map(({ id }) => id)
  const rows = ids.length === 0 ? [] : await tx.select().from(alertTold).where(inArray(alertTold.incident, ids))
  return new Set(rows.map(({ key }) => key))
}

const keyRow = (key: string) => ({ incident: Number(key.split('/')[0]), key })

async function remember(tx: RecordTx, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await tx.insert(alertTold).values(keys.map(keyRow)).onConflictDoNothing()
}

type Telling = { store: Store; now: Date; byId: ReadonlyMap<string, IncidentRow> }

async function putInInbox(tx: RecordTx, notice: Notice, { store, now, byId }: Telling): Promise<void> {
  const { zh, en } = noticeTitle(notice, byId)
  const incidents = [...new Set(notice.items.map(({ incident }) => Number(incident)))]
  await tx.insert(alertInbox).values({
    store: store.id,
    role: notice.to,
    severity: notice.severity,
    titleZh: zh,
    titleEn: en,
    incidents,
    at: now,
  })
  const events = notice.items.map(({ incident, stage }) => ({
    incident: Number(incident),
    kind: 'told' as const,
    actor: 'system',
    facts: { stage, role: notice.to, zh: roleName(notice.to).zh, en: roleName(notice.to).en },
    at: now,
  }))
  await tx.insert(alertEvents).values(events)
}

/**
 * Tells who has to know and was not told yet: on the page, and by the channels that are on. What is told and that it was told
 * are one transaction; sending is another's work, so that a slow channel keeps nobody.
 */
export async function tellIncidents(context: Context, store: Store, now: Date): Promise<void> {
  const [quietTimes, silences] = [await readQuietTimes(context, store.id), await readSilences(context, store.id, now)]
  await context.records.transaction(async (tx) => {
    // Two server processes that tell at the same moment take turns, else both find it untold.
    await lockShop(tx, store.id)
    const rows = await readTellable(tx, store.id, now)
    const { notices, dropped } = planNotices({
      incidents: rows.map(toNoticeIncident),
      sent: await readTold(tx, rows),
      at: minuteOf(now),
      local: localTime(now, store.timezone),
      quietTimes,
      silences,
    })
    const telling = { store, now, byId: new Map(rows.map((row) => [String(row.id), row])) }
    for (const notice of notices) await putInInbox(tx, notice, telling)
    await queueDeliveries(context, tx, notices, telling)
    await remember(tx, [...dropped, ...notices.flatMap(({ items }) => items.map(({ key }) => key))])
  })
}
