import type { ProgrammeInfo, Store } from '@zhanggui/contract'
import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { approvals } from '../../../admin/approvals/schema.ts'
import { namesOfActors } from '../../../admin/read-audit.ts'
import { presentFact } from '../cases/present-case.ts'
import { tickCases } from '../cases/tick-cases.ts'
import { readTitles } from '../goods-titles.ts'
import { readBalances } from '../ledger/read-balances.ts'
import { type ProgrammeRow, programmeCases, programmeEffects, programmes } from '../schema.ts'
import { engineOf, readProgrammeRow, seedOf } from './programme-rows.ts'

const count = sql<number>`count(*)::int`

/** Numbers of cases and of effects that wait, by programme. */
async function countsOf(context: Context, store: string) {
  const { db } = context.records
  const cases = await db
    .select({ programme: programmeCases.programme, count })
    .from(programmeCases)
    .where(eq(programmeCases.store, store))
    .groupBy(programmeCases.programme)
  const toDo = await db
    .select({ programme: programmeEffects.programme, count })
    .from(programmeEffects)
    .where(and(eq(programmeEffects.store, store), isNull(programmeEffects.doneAt)))
    .groupBy(programmeEffects.programme)
  const of = (rows: typeof cases, id: string) => rows.find(({ programme }) => programme === id)?.count ?? 0
  return (id: string) => ({ cases: of(cases, id), toDo: of(toDo, id) })
}

/** Requests that nobody has answered yet. */
async function waitingRequests(context: Context, rows: readonly ProgrammeRow[]): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ request }) => request ?? [])
  if (ids.length === 0) return new Set()
  const waiting = await context.records.db
    .select({ id: approvals.id })
    .from(approvals)
    .where(
      and(inArray(approvals.id, ids), eq(approvals.state, 'waiting'), gt(approvals.expiresAt, context.clock.now())),
    )
  return new Set(waiting.map(({ id }) => id))
}

const stateOf = (row: ProgrammeRow, waiting: ReadonlySet<string>): ProgrammeInfo['state'] => {
  if (row.closedAt) return 'closed'
  if (row.openedAt) return 'open'
  return waiting.has(row.request ?? '') ? 'waiting' : 'draft'
}

async function presentProgrammes(
  context: Context,
  store: string,
  rows: readonly ProgrammeRow[],
): Promise<ProgrammeInfo[]> {
  const countOf = await countsOf(context, store)
  const balances = await readBalances(context.records.db, store, rows)
  const waiting = await waitingRequests(context, rows)
  const names = await namesOfActors(
    context,
    rows.flatMap(({ createdBy, openedBy }) => [createdBy, openedBy ?? '']),
  )
  const nameOf = (actor: string) => names.get(actor) ?? actor
  const facts = new Map(rows.map((row) => [row.id, engineOf(row).published(row.terms, row.desk)]))
  const skuIds = [...facts.values()].flatMap((list) => list.flatMap(({ goods = [] }) => goods))
  const titleOf = await readTitles(context, store, skuIds)
  return rows.map((row) => {
    const engine = engineOf(row)
    const isSeedPublic = row.closedAt !== null || engine.isDrawn(row.desk)
    return {
      id: row.id,
      name: row.name,
      kind: row.kind,
      terms: row.terms,
      state: stateOf(row, waiting),
      commitment: row.commitment,
      seed: isSeedPublic ? seedOf(context, { store, programme: row.id }) : null,
      facts: (facts.get(row.id) ?? []).map((fact) => presentFact(fact, titleOf)),
      ...countOf(row.id),
      balances: balances.get(row.id) ?? [],
      request: waiting.has(row.request ?? '') ? row.request : null,
      createdBy: nameOf(row.createdBy),
      createdAt: row.createdAt.toISOString(),
      openedBy: row.openedBy && nameOf(row.openedBy),
      openedAt: row.openedAt?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
    }
  })
}

/** The programmes of a shop as they stand today, the newest first. */
export async function listProgrammes(context: Context, store: Store): Promise<ProgrammeInfo[]> {
  const read = () =>
    context.records.db
      .select()
      .from(programmes)
      .where(eq(programmes.store, store.id))
      .orderBy(desc(programmes.createdAt), asc(programmes.id))
  for (const { id } of await read()) await tickCases(context, store, id)
  return presentProgrammes(context, store.id, await read())
}

/** One programme as it stands today. Errors: throws `not_found`. */
export async function readProgramme(context: Context, store: Store, programme: string): Promise<ProgrammeInfo> {
  const key = { store: store.id, programme }
  await readProgrammeRow(context.records.db, key)
  await tickCases(context, store, programme)
  const [info] = await presentProgrammes(context, store.id, [await readProgrammeRow(context.records.db, key)])
  if (!info) throw new Error('a programme that was read is presented')
  return info
}
