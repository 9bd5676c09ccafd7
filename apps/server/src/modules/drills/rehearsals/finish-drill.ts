import type { CampaignEntryKind } from '@zhanggui/contract'
import { DrillReport as ReportForm } from '@zhanggui/contract'
import type { DrillReport } from '@zhanggui/drills'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { actOn } from '../../campaigns/entries/act-on-entry.ts'
import { readEntryRows } from '../../campaigns/records/campaign-rows.ts'
import { type DrillRow, drillLessons, drills } from '../schema.ts'

const MINUTE_SECONDS = 60
const NOTE_MAX = 1900

const worst = (minutes: readonly (number | null)[]): number | null =>
  minutes.includes(null) ? null : Math.max(...minutes.map(Number)) * MINUTE_SECONDS

/** What the campaign's planned drill is told: the slowest of each time, whether it passed, and what was learnt. */
function heldOf({ faults, passed, score }: DrillReport) {
  const lessons = faults.flatMap(({ planZh, lessons: learnt }) => learnt.map(({ zh }) => `${planZh}：${zh}`))
  return {
    passed,
    detectSeconds: worst(faults.map(({ times }) => times.detect)),
    startSeconds: worst(faults.map(({ times }) => times.start)),
    restoreSeconds: worst(faults.map(({ times }) => times.restore)),
    note: [`得分 ${score}`, ...lessons].join('；').slice(0, NOTE_MAX),
  }
}

/** Says to the campaign that its planned drill was held; one that was taken out meanwhile needs no answer. */
async function tellCampaign(context: Context, row: DrillRow, report: DrillReport): Promise<void> {
  const { store, campaign, entry } = row
  if (campaign === null || entry === null) return
  const kind: CampaignEntryKind = 'drill'
  const planned = (await readEntryRows(context.records.db, { store, campaign, kinds: [kind] })).find(
    ({ id }) => id === entry,
  )
  if (!planned) return
  const at = { campaign, kind, id: entry, action: 'hold' }
  try {
    await actOn(context, { store, actor: row.createdBy, role: 'owner' }, at, {
      version: planned.version,
      ...heldOf(report),
    })
  } catch (cause) {
    if (!(cause instanceof ApiFailure) || cause.code !== 'stale_version') throw cause
    await tellCampaign(context, row, report)
  }
}

const lessonsOf = (row: DrillRow, report: DrillReport, at: Date) =>
  report.faults.flatMap(({ plan, planZh, planEn, lessons }) =>
    lessons.map(({ code, zh, en }) => ({ store: row.store, drill: row.id, plan, planZh, planEn, code, zh, en, at })),
  )

/** Keeps the report and the lessons, and tells the campaign. A drill that was cancelled meanwhile keeps nothing. */
export async function finishDrill(context: Context, row: DrillRow, report: DrillReport): Promise<void> {
  const at = context.clock.now()
  const { score, passed } = report
  const kept = await auditedTransaction(context, async (tx, record) => {
    const own = and(eq(drills.id, row.id), eq(drills.state, 'running'))
    const done = {
      state: 'done' as const,
      progress: 1,
      score,
      passed,
      report: ReportForm.parse(report),
      finishedAt: at,
    }
    const written = await tx.update(drills).set(done).where(own).returning({ id: drills.id })
    if (written.length === 0) return false
    const learnt = lessonsOf(row, report, at)
    if (learnt.length > 0) await tx.insert(drillLessons).values(learnt)
    const subject = `drills/${row.id}`
    await record({ store: row.store, actor: row.createdBy, action: 'finish', subject, after: { score, passed } })
    return true
  })
  if (kept) await tellCampaign(context, row, report)
}
