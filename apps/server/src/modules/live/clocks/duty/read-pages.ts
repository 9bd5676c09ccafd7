import { readClock } from '@zhanggui/clocks'
import type { DutyPageView } from '@zhanggui/contract'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { type StoredClock, withEvents } from '../clock-rows.ts'
import { namesByActor, namesByEmail } from '../people-names.ts'
import { clocks, dutyCalls, dutyPages } from '../schema.ts'
import { PAGE_LADDER } from './raise-page.ts'

/** The newest; older ones are in the trail. */
const PAGES = 50

type PageRow = typeof dutyPages.$inferSelect
type CallRow = typeof dutyCalls.$inferSelect

async function clocksOf(context: Context, store: string, pages: readonly string[]): Promise<Map<string, StoredClock>> {
  if (pages.length === 0) return new Map()
  const rows = await context.records.db
    .select()
    .from(clocks)
    .where(and(eq(clocks.store, store), eq(clocks.subjectKind, PAGE_LADDER), inArray(clocks.subjectId, pages)))
  return new Map((await withEvents(context.records.db, rows)).map((stored) => [stored.row.subjectId, stored]))
}

async function callsOf(context: Context, store: string, of: readonly string[]): Promise<CallRow[]> {
  if (of.length === 0) return []
  return context.records.db
    .select()
    .from(dutyCalls)
    .where(and(eq(dutyCalls.store, store), inArray(dutyCalls.clock, of)))
    .orderBy(asc(dutyCalls.calledAt), asc(dutyCalls.person))
}

type Names = { actors: ReadonlyMap<string, string>; emails: ReadonlyMap<string, string> }

function toPage(
  row: PageRow,
  stored: StoredClock | undefined,
  calls: readonly CallRow[],
  given: Names & { now: Date },
) {
  const { actors, emails, now } = given
  const state = stored && readClock(stored.clock, now.getTime())
  const marks = state?.steps.flatMap((step) => (step.endedAt === null ? step.marks : [])) ?? []
  const next = marks.find(({ id, passed }) => !passed && id.startsWith('call-'))
  return {
    id: row.id,
    title: row.title,
    details: row.details,
    subject: { kind: row.subjectKind, id: row.subjectId },
    raisedAt: row.raisedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: row.acknowledgedBy === null ? null : (actors.get(row.acknowledgedBy) ?? row.acknowledgedBy),
    late: state?.steps.some(({ late }) => late) ?? false,
    nextCallAt: next ? new Date(next.at).toISOString() : null,
    calls: calls.map(({ person, level, calledAt }) => ({
      person,
      name: emails.get(person) ?? null,
      known: emails.has(person),
      level,
      at: calledAt.toISOString(),
    })),
  }
}

/** The newest pages of a shop, with whom they called and when the next level is called. */
export async function readPages(context: Context, store: string, now: Date): Promise<DutyPageView[]> {
  const pages = await context.records.db
    .select()
    .from(dutyPages)
    .where(eq(dutyPages.store, store))
    .orderBy(desc(dutyPages.raisedAt), asc(dutyPages.id))
    .limit(PAGES)
  const byPage = await clocksOf(
    context,
    store,
    pages.map(({ id }) => id),
  )
  const calls = await callsOf(
    context,
    store,
    [...byPage.values()].map(({ row }) => row.id),
  )
  const actors = await namesByActor(
    context,
    pages.map(({ acknowledgedBy }) => acknowledgedBy),
  )
  const emails = await namesByEmail(
    context,
    calls.map(({ person }) => person),
  )
  return pages.map((page) => {
    const stored = byPage.get(page.id)
    const mine = calls.filter(({ clock }) => clock === stored?.row.id)
    return toPage(page, stored, mine, { actors, emails, now })
  })
}
