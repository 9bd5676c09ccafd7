import type { Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { findReport, type ReportDocument, type ReportKind } from '@zhanggui/report'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { getStore } from '../../../admin/stores.ts'
import { localTime } from '../../../live/alerts/notices/local-time.ts'
import { type NoticeMessage, noticeChannels, noticeDeliveries } from '../../../live/channels/schema.ts'
import type { TickJob } from '../../../live/tick-job.ts'
import { keepEdition } from '../editions/keep-edition.ts'
import { dueDayOf, endedPeriods } from '../recent-periods.ts'
import { reportSchedules, type ScheduleRow } from '../schema.ts'
import { reportSummary } from './report-summary.ts'

/** A report that was due longer ago than this is not sent any more: a schedule that was just made does not send the past. */
const SEND_WITHIN_DAYS = 3

/** The newest period whose report is due now and was not sent. */
async function duePeriod(
  context: Context,
  store: Store,
  kind: ReportKind,
  schedule: ScheduleRow,
): Promise<string | null> {
  const now = context.clock.now()
  const today = businessDayOf(now, store.timezone)
  const { minuteOfDay } = localTime(now, store.timezone)
  const isDue = (day: BusinessDay): boolean =>
    day <= today && addDays(day, SEND_WITHIN_DAYS) > today && (day < today || minuteOfDay >= schedule.minuteOfDay)
  const ended = await endedPeriods(context, store, kind, today)
  const found = ended.find(({ to }) => to <= today && isDue(dueDayOf(kind, to)))
  return found && found.key !== schedule.lastPeriod ? found.key : null
}

function messageOf(
  context: Context,
  store: Store,
  given: { kind: ReportKind; period: string; document: ReportDocument },
): NoticeMessage {
  const { kind, period, document } = given
  const base = context.settings.publicUrl?.replace(/\/$/, '')
  const url = base ? `${base}/stores/${store.id}/review/reports/${kind.id}/${period}` : null
  const lines = reportSummary(document)
  return {
    titleZh: `${store.name} ${kind.name.zh}`,
    titleEn: `${store.name}: ${kind.name.en}`,
    severity: 'info',
    role: '',
    lines: lines.map((line, i) => ({ zh: line, en: line, url: i === 0 ? url : null })),
    at: context.clock.now().toISOString(),
  }
}

/** The message and the mark that it was told are one transaction, and only the first of two processes sets the mark. */
async function queueReport(
  context: Context,
  schedule: ScheduleRow,
  period: string,
  message: NoticeMessage,
): Promise<void> {
  const now = context.clock.now()
  await context.records.transaction(async (tx) => {
    const own = and(eq(reportSchedules.store, schedule.store), eq(reportSchedules.report, schedule.report))
    const [locked] = await tx.select().from(reportSchedules).where(own).for('update')
    if (!locked || locked.lastPeriod === period) return
    await tx.update(reportSchedules).set({ lastPeriod: period, lastSentAt: now }).where(own)
    if (schedule.channels.length === 0) return
    const on = and(
      eq(noticeChannels.store, schedule.store),
      eq(noticeChannels.enabled, true),
      inArray(noticeChannels.id, schedule.channels),
    )
    const rows = (await tx.select().from(noticeChannels).where(on)).map((channel) => ({
      store: schedule.store,
      channel: channel.id,
      message,
      state: 'pending' as const,
      attempts: 0,
      nextAt: now,
      createdAt: now,
    }))
    if (rows.length > 0) await tx.insert(noticeDeliveries).values(rows)
  })
}

async function sendReport(context: Context, schedule: ScheduleRow): Promise<void> {
  const kind = findReport(schedule.report)
  const store = await getStore(context, schedule.store)
  const period = kind ? await duePeriod(context, store, kind, schedule) : null
  if (!kind || period === null) return
  const edition = await keepEdition(context, store, {
    report: kind.id,
    period,
    language: schedule.language,
    actor: 'system',
  })
  const document = edition.document as ReportDocument
  await queueReport(context, schedule, period, messageOf(context, store, { kind, period, document }))
}

/** Makes, keeps and sends every report that is due: once a period, whatever process comes first. */
export async function sendDueReports(context: Context, signal?: AbortSignal): Promise<void> {
  const rows = await context.records.db.select().from(reportSchedules).where(eq(reportSchedules.enabled, true))
  for (const schedule of rows) {
    if (signal?.aborted) return
    await sendReport(context, schedule)
  }
}

export const SEND_REPORTS: TickJob = {
  id: 'reports',
  everySeconds: 60,
  run: (context, { signal }) => sendDueReports(context, signal),
}
