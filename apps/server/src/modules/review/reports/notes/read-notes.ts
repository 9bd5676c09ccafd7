import type { ReportNote } from '@zhanggui/contract'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { namesOfActors } from '../../../admin/read-audit.ts'
import { type NoteRow, reportNotes } from '../schema.ts'

/** Which report of which shop. */
export type ReportKey = { store: string; report: string; period: string }

export const presentNote = (row: NoteRow, names: ReadonlyMap<string, string>): ReportNote => ({
  id: row.id,
  kind: row.kind,
  chapter: row.chapter,
  text: row.text,
  by: names.get(row.madeBy) ?? row.madeBy,
  at: row.madeAt.toISOString(),
  owner: row.owner,
  dueDay: row.dueDay,
  doneAt: row.doneAt?.toISOString() ?? null,
  task: row.campaign && row.task ? { campaign: row.campaign, id: row.task } : null,
})

/** Comments and decisions of a report, oldest first. */
export async function readNotes(context: Context, { store, report, period }: ReportKey): Promise<ReportNote[]> {
  const own = and(eq(reportNotes.store, store), eq(reportNotes.report, report), eq(reportNotes.period, period))
  const rows = await context.records.db.select().from(reportNotes).where(own).orderBy(asc(reportNotes.id))
  const names = await namesOfActors(
    context,
    rows.map(({ madeBy }) => madeBy),
  )
  return rows.map((row) => presentNote(row, names))
}

/** Every decision of a shop: open ones first, then the newest. */
export async function readDecisions(context: Context, store: string): Promise<NoteRow[]> {
  const rows = await context.records.db
    .select()
    .from(reportNotes)
    .where(and(eq(reportNotes.store, store), eq(reportNotes.kind, 'decision')))
    .orderBy(desc(reportNotes.id))
  return [...rows.filter(({ doneAt }) => doneAt === null), ...rows.filter(({ doneAt }) => doneAt !== null)]
}
