import { type Balances, balanceOf, EMPTY_BALANCE, type LineBalance, type Posting } from '@zhanggui/budget'
import type { BudgetPosting } from '@zhanggui/contract'
import { type Cents, cents, parseDay } from '@zhanggui/kernel'
import { and, desc, eq, or, sql } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import type { BudgetKey } from '../budget-key.ts'
import { budgetLegs, budgetPostings } from '../schema.ts'

type Db = RecordDb | RecordTx
export type PostingRow = typeof budgetPostings.$inferSelect

const ofPlan = ({ store, plan }: BudgetKey) => and(eq(budgetPostings.store, store), eq(budgetPostings.plan, plan))

const PLAN_ITSELF = ''

function withBudget(states: Record<string, Cents>): LineBalance {
  const balance = { ...EMPTY_BALANCE, ...states }
  return { ...balance, budgetCents: cents(balance.planned + balance.committed + balance.accrued + balance.spent) }
}

/** Where the money of every line stands, summed by the database. Key `null`: the plan itself. */
export async function readBalances(db: Db, { store, plan }: BudgetKey): Promise<Balances> {
  const { line, state, amountCents } = budgetLegs
  const rows = await db
    .select({ line, state, total: sql<string>`sum(${amountCents})` })
    .from(budgetLegs)
    .where(and(eq(budgetLegs.store, store), eq(budgetLegs.plan, plan)))
    .groupBy(line, state)
  const states = new Map<string | null, Record<string, Cents>>()
  for (const row of rows) {
    const key = row.line === PLAN_ITSELF ? null : row.line
    states.set(key, { ...states.get(key), [row.state]: cents(Number(row.total)) })
  }
  return new Map([...states].map(([key, known]) => [key, withBudget(known)]))
}

export const lineBalance = (balances: Balances, lineId: string): LineBalance => balanceOf(balances, lineId)

/** The engine's posting behind a row; its legs follow from the entry. */
export async function findPosting(db: Db, key: BudgetKey, id: string): Promise<PostingRow | null> {
  const [row] = await db
    .select()
    .from(budgetPostings)
    .where(and(ofPlan(key), eq(budgetPostings.id, id)))
  return row ?? null
}

export async function listPostings(
  db: Db,
  key: BudgetKey,
  { line, limit, offset }: { line?: string | undefined; limit: number; offset: number },
): Promise<{ rows: PostingRow[]; total: number }> {
  const ofLine = line === undefined ? undefined : or(eq(budgetPostings.line, line), eq(budgetPostings.toLine, line))
  const where = and(ofPlan(key), ofLine)
  const rows = await db
    .select()
    .from(budgetPostings)
    .where(where)
    .orderBy(desc(budgetPostings.sequence))
    .limit(limit)
    .offset(offset)
  const [counted] = await db.select({ total: sql<number>`count(*)::int` }).from(budgetPostings).where(where)
  return { rows, total: counted?.total ?? 0 }
}

/** Stores a posting with its legs. */
export async function storePosting(
  tx: RecordTx,
  { store, plan }: BudgetKey,
  posting: Posting,
  posted: { by: string; at: Date },
): Promise<PostingRow> {
  const { id, kind, lineId, toLineId, amountCents, day, from, reference, note, overspendReason, legs } = posting
  const values = { store, plan, id, kind, line: lineId, toLine: toLineId, amountCents, day, from, reference, note }
  const [row] = await tx
    .insert(budgetPostings)
    .values({ ...values, overspendReason, postedBy: posted.by, postedAt: posted.at })
    .returning()
  if (!row) throw new Error('a posting that was inserted comes back')
  const rows = legs.map((leg, position) => ({
    store,
    plan,
    posting: id,
    position,
    line: leg.lineId ?? PLAN_ITSELF,
    state: leg.state,
    amountCents: leg.amountCents,
  }))
  await tx.insert(budgetLegs).values(rows)
  return row
}

/** A row as an engine entry. */
export const entryOf = (row: PostingRow) => ({
  id: row.id,
  kind: row.kind,
  lineId: row.line,
  toLineId: row.toLine,
  amountCents: cents(row.amountCents),
  day: parseDay(row.day),
  from: row.from,
  reference: row.reference,
  note: row.note,
  overspendReason: row.overspendReason,
})

/** A row as the API shows it. `nameOf` turns `user:<id>` into a person's name. */
export const toPosting = (row: PostingRow, nameOf: (actor: string) => string): BudgetPosting => ({
  ...entryOf(row),
  postedBy: nameOf(row.postedBy),
  postedAt: row.postedAt.toISOString(),
})

/** What the plan itself has given each line so far, and how many postings that took. */
export async function plannedByLine(db: Db, key: BudgetKey): Promise<{ count: number; of(lineId: string): Cents }> {
  const { line, amountCents } = budgetPostings
  const rows = await db
    .select({ line, total: sql<string>`sum(${amountCents})`, count: sql<number>`count(*)::int` })
    .from(budgetPostings)
    .where(and(ofPlan(key), eq(budgetPostings.kind, 'plan')))
    .groupBy(line)
  const totals = new Map(rows.map((row) => [row.line, cents(Number(row.total))]))
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    of: (lineId) => totals.get(lineId) ?? cents(0),
  }
}
