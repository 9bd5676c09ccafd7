import { AddReportNote } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { putCampaignEntry } from '../../../campaigns/index.ts'
import { type NoteRow, reportNotes } from '../schema.ts'
import type { ReportKey } from './read-notes.ts'

type Given = ReturnType<typeof AddReportNote.parse>

/** A decision that became a task of a campaign carries its number, so that the two find each other. */
const taskIdOf = (note: number): string => `decision-${note}`

async function insertNote(context: Context, caller: ResourceCaller, key: ReportKey, given: Given): Promise<NoteRow> {
  const { kind, chapter, text, owner = null, dueDay = null, campaign = null } = given
  const isTask = kind === 'decision' && campaign !== null
  return auditedTransaction(context, async (tx, record) => {
    const [row] = await tx
      .insert(reportNotes)
      .values({
        ...key,
        kind,
        chapter,
        text,
        owner: kind === 'decision' ? owner : null,
        dueDay: kind === 'decision' ? dueDay : null,
        campaign: isTask ? campaign : null,
        madeBy: caller.actor,
        madeAt: context.clock.now(),
      })
      .returning()
    if (!row) throw new Error('an inserted note is answered')
    const task = isTask ? taskIdOf(row.id) : null
    if (task) await tx.update(reportNotes).set({ task }).where(eq(reportNotes.id, row.id))
    const subject = `reports/${key.report}/${key.period}/notes/${row.id}`
    await record({ store: key.store, actor: caller.actor, action: 'create', subject, after: { ...given } })
    return { ...row, task }
  })
}

async function raiseTask(context: Context, caller: ResourceCaller, row: NoteRow, given: Given): Promise<void> {
  if (!row.task || !row.campaign || !row.dueDay) return
  const today = businessDayOf(row.madeAt)
  const body = {
    title: given.text.slice(0, 200),
    team: given.team,
    phase: 'review',
    accountable: row.owner ?? '',
    startDay: row.dueDay < today ? null : today,
    dueDay: row.dueDay,
  }
  const at = { campaign: row.campaign, kind: 'task' as const, id: row.task }
  try {
    await putCampaignEntry(context, caller, at, { version: 0, body, reason: `reports/${row.report}/${row.period}` })
  } catch (error) {
    // A decision whose task was refused would look followed up and be nobody's.
    await context.records.db.delete(reportNotes).where(eq(reportNotes.id, row.id))
    throw error
  }
}

/**
 * A comment, or a decision with owner and day; with a campaign the decision becomes a task there.
 * Errors: throws `decision_incomplete`, `invalid_request`, and what the campaign's task may be refused for.
 */
export async function addNote(
  context: Context,
  caller: ResourceCaller,
  key: ReportKey,
  input: AddReportNote,
): Promise<NoteRow> {
  const given = parseInput(AddReportNote, input)
  if (given.kind === 'decision' && (!given.owner || !given.dueDay)) throw new ApiFailure('decision_incomplete')
  const row = await insertNote(context, caller, key, given)
  await raiseTask(context, caller, row, given)
  return row
}

/** Marks a decision as done; one that is done stays as it was. Errors: throws `not_found`. */
export async function finishDecision(context: Context, caller: ResourceCaller, note: number): Promise<NoteRow> {
  const own = and(eq(reportNotes.store, caller.store), eq(reportNotes.id, note), eq(reportNotes.kind, 'decision'))
  return auditedTransaction(context, async (tx, record) => {
    const [row] = await tx.select().from(reportNotes).where(own).for('update')
    if (!row) throw new ApiFailure('not_found', { what: `reports/notes/${note}` })
    if (row.doneAt) return row
    const done = { doneAt: context.clock.now(), doneBy: caller.actor }
    await tx
      .update(reportNotes)
      .set(done)
      .where(and(own, isNull(reportNotes.doneAt)))
    const subject = `reports/${row.report}/${row.period}/notes/${row.id}`
    await record({ store: caller.store, actor: caller.actor, action: 'finish', subject, after: { done: true } })
    return { ...row, ...done }
  })
}
