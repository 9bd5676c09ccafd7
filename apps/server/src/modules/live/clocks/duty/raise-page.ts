import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import { enterEventIn } from '../change-clock.ts'
import type { Subject } from '../clock-rows.ts'
import { readLadder, type ShopLadder } from '../read-ladders.ts'
import { clocks, dutyPages } from '../schema.ts'
import { type ClockWork, startClockIn } from '../start-clock.ts'
import { callDuty } from './call-duty.ts'

/** The ladder of pages, and its one step. */
export const PAGE_LADDER = 'duty-page'
const ACKNOWLEDGE = 'acknowledge'

export type RaisePage = {
  title: string
  details: string
  /** What it is about; a subject has one page that nobody has answered yet. */
  subject: Subject
}

type Actor = { store: string; actor: string }

const isPage = (store: string, id: string) => and(eq(dutyPages.store, store), eq(dutyPages.id, id))

async function pageClock({ tx }: ClockWork, store: string, page: string): Promise<string> {
  const [row] = await tx
    .select({ id: clocks.id })
    .from(clocks)
    .where(and(eq(clocks.store, store), eq(clocks.subjectKind, PAGE_LADDER), eq(clocks.subjectId, page)))
  if (!row) throw new ApiFailure('not_found', { what: `pages/${page}` })
  return row.id
}

/**
 * Calls the people on duty inside the caller's transaction: the first level at once, the next by the clock until somebody
 * acknowledges. `ladder` is the shop's `duty-page`, read before the transaction.
 */
export async function raisePageIn(
  context: Context,
  work: ClockWork,
  caller: Actor,
  { ladder, page }: { ladder: ShopLadder; page: RaisePage },
): Promise<{ id: string }> {
  const { title, details, subject } = page
  const { store, actor } = caller
  const row = { store, title, details, subjectKind: subject.kind, subjectId: subject.id, raisedBy: actor }
  const id = randomUUID()
  await work.tx.insert(dutyPages).values({ ...row, id, raisedAt: context.clock.now() })
  await work.record({ store, actor, action: 'raise', subject: `duty-pages/${id}`, after: { title, subject } })
  const clock = await startClockIn(context, work, caller, {
    ladder,
    subject: { kind: PAGE_LADDER, id },
    title,
    owner: null,
  })
  const first = { store, clock: clock.id, step: ACKNOWLEDGE, round: 1, mark: 'raised', level: 'first' as const, title }
  await callDuty(context, work, first)
  return { id }
}

/** Calls the people on duty. Errors: throws `not_found` for an unknown shop. */
export async function raisePage(context: Context, caller: Actor, page: RaisePage): Promise<{ id: string }> {
  const ladder = await readLadder(context, caller.store, PAGE_LADDER)
  return auditedTransaction(context, (tx, record) => raisePageIn(context, { tx, record }, caller, { ladder, page }))
}

/**
 * Somebody takes a page: nobody further is called. Taken already, it stays with whoever took it first.
 * Errors: throws `not_found`, and `page_taken` for somebody else's.
 */
export function acknowledgePage(context: Context, caller: Actor, id: string): Promise<void> {
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const work = { tx, record }
    const [page] = await tx.select().from(dutyPages).where(isPage(store, id)).for('update')
    if (!page) throw new ApiFailure('not_found', { what: `pages/${id}` })
    if (page.acknowledgedBy === actor) return
    if (page.acknowledgedBy !== null) throw new ApiFailure('page_taken')
    const at = context.clock.now()
    await tx.update(dutyPages).set({ acknowledgedBy: actor, acknowledgedAt: at }).where(isPage(store, id))
    const clock = await pageClock(work, store, id)
    const event = { kind: 'done' as const, at: at.getTime(), step: ACKNOWLEDGE }
    await enterEventIn(context, work, caller, { clock, id: 'acknowledged', event, note: '' })
  })
}
