import type { ClockBoard, ClockBoardQuery } from '@zhanggui/contract'
import { and, asc, count, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { withEvents } from './clock-rows.ts'
import { clockView } from './clock-view.ts'
import { namesByActor } from './people-names.ts'
import { readLadders } from './read-ladders.ts'
import { clocks } from './schema.ts'
import { byUrgency } from './urgency.ts'

type Asked = z.output<typeof ClockBoardQuery>

const NOBODY = 'none'

const ownedBy = (owner: string | undefined): SQL | undefined => {
  if (owner === undefined) return undefined
  return owner === NOBODY ? isNull(clocks.owner) : eq(clocks.owner, owner)
}

function conditionOf(store: string, { state, ladder, owner, subjectKind, subjectId }: Asked): SQL | undefined {
  const settled = { open: isNull(clocks.settledAt), settled: isNotNull(clocks.settledAt), all: undefined }
  return and(
    eq(clocks.store, store),
    settled[state],
    ladder === undefined ? undefined : eq(clocks.ladder, ladder),
    ownedBy(owner),
    subjectKind === undefined ? undefined : eq(clocks.subjectKind, subjectKind),
    subjectId === undefined ? undefined : eq(clocks.subjectId, subjectId),
  )
}

async function readOwners(context: Context, store: string): Promise<ClockBoard['owners']> {
  const rows = await context.records.db
    .selectDistinct({ owner: clocks.owner })
    .from(clocks)
    .where(and(eq(clocks.store, store), isNotNull(clocks.owner)))
  const actors = rows.flatMap(({ owner }) => (owner === null ? [] : [owner]))
  const names = await namesByActor(context, actors)
  return actors.map((actor) => ({ actor, name: names.get(actor) ?? null }))
}

/** The clocks of a shop, the most urgent first. Shape: of more than `limit` those whose next mark comes first. */
export async function readBoard(context: Context, store: string, asked: Asked): Promise<ClockBoard> {
  const now = context.clock.now()
  const where = conditionOf(store, asked)
  const order = asked.state === 'open' ? [asc(clocks.nextAt), asc(clocks.startedAt)] : [desc(clocks.startedAt)]
  const { db } = context.records
  const rows = await db
    .select()
    .from(clocks)
    .where(where)
    .orderBy(...order, asc(clocks.id))
    .limit(asked.limit)
  const [counted] = await db.select({ total: count() }).from(clocks).where(where)
  const stored = await withEvents(db, rows)
  const owners = await readOwners(context, store)
  const names = new Map(owners.flatMap(({ actor, name }) => (name === null ? [] : [[actor, name] as const])))
  const ladders = (await readLadders(context, store)).map(({ id, nameZh, nameEn, hoursProblem }) => ({
    id,
    nameZh,
    nameEn,
    hoursProblem,
  }))
  const views = stored.map((clock) => clockView(clock, now, names)).toSorted(byUrgency)
  return { now: now.toISOString(), clocks: views, total: counted?.total ?? 0, ladders, owners }
}
