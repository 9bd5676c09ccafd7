import { PutReportSchedule, type ReportSchedule } from '@zhanggui/contract'
import { asc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { listChannels } from '../../../live/channels/list-channels.ts'
import { requireReport } from '../make-report.ts'
import { reportSchedules, type ScheduleRow } from '../schema.ts'

const present = ({ store: _, lastSentAt, ...row }: ScheduleRow): ReportSchedule => ({
  ...row,
  lastSentAt: lastSentAt?.toISOString() ?? null,
})

/** Which reports a shop has sent by themselves. */
export async function listSchedules(context: Context, store: string): Promise<ReportSchedule[]> {
  const own = eq(reportSchedules.store, store)
  const rows = await context.records.db.select().from(reportSchedules).where(own).orderBy(asc(reportSchedules.report))
  return rows.map(present)
}

/** Errors: throws `unknown_report`, `not_found` for a channel that the shop does not have. */
export async function putSchedule(
  context: Context,
  caller: ResourceCaller,
  report: string,
  input: PutReportSchedule,
): Promise<void> {
  const given = parseInput(PutReportSchedule, input)
  requireReport(report)
  const known = new Set((await listChannels(context, caller.store)).map(({ id }) => id))
  const unknown = given.channels.find((id) => !known.has(id))
  if (unknown) throw new ApiFailure('not_found', { what: `notice-channels/${unknown}` })
  await auditedTransaction(context, async (tx, record) => {
    const row = { store: caller.store, report, ...given }
    const target = [reportSchedules.store, reportSchedules.report]
    await tx.insert(reportSchedules).values(row).onConflictDoUpdate({ target, set: given })
    await record({
      store: caller.store,
      actor: caller.actor,
      action: 'update',
      subject: `report-schedules/${report}`,
      after: given,
    })
  })
}
