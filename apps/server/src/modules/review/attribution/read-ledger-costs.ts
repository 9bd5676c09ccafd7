import type { Store } from '@zhanggui/contract'
import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { budgetLegs, budgetPostings } from '../../budget/schema.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'

/** What was spent or became owed on a line of a plan's budget over some days; `channel` as the line names it. */
export type LedgerCost = { plan: string; line: string; channel: string | null; cents: number }

type Days = { from: string; to: string }

/** Money that is gone: paid, or owed for something received. */
const COST_STATES = ['spent', 'accrued'] as const

async function sumLegs(context: Context, store: string, { from, to }: Days) {
  const { plan, line, amountCents, state } = budgetLegs
  const sameEntry = and(
    eq(budgetPostings.store, budgetLegs.store),
    eq(budgetPostings.plan, plan),
    eq(budgetPostings.id, budgetLegs.posting),
  )
  return context.records.db
    .select({ plan, line, cents: sql<string>`sum(${amountCents})` })
    .from(budgetLegs)
    .innerJoin(budgetPostings, sameEntry)
    .where(
      and(
        eq(budgetLegs.store, store),
        inArray(state, [...COST_STATES]),
        gte(budgetPostings.day, from),
        lt(budgetPostings.day, to),
      ),
    )
    .groupBy(plan, line)
    .orderBy(plan, line)
}

/** Costs of all the shop's plans, by line: paying what was owed before moves money between the two states and costs nothing twice. */
export async function readLedgerCosts(context: Context, store: Store, days: Days): Promise<LedgerCost[]> {
  const rows = await sumLegs(context, store.id, days)
  const channels = new Map<string, string | null>()
  for (const id of new Set(rows.map((row) => row.plan))) {
    const { plan } = await readPlan(context, store.id, id)
    for (const line of plan.budget) channels.set(`${id}\n${line.id}`, line.channel)
  }
  return rows.map((row) => ({
    plan: row.plan,
    line: row.line,
    channel: channels.get(`${row.plan}\n${row.line}`) ?? null,
    cents: Number(row.cents),
  }))
}
