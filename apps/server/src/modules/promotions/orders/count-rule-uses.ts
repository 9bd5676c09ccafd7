import { and, eq, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { Priced } from '../price/ask-price.ts'
import type { OrderUse } from './order-uses.ts'
import { PriceMovedOn } from './price-moved-on.ts'
import { promotionRuleBuyers } from './schema.ts'

type Use = Pick<OrderUse, 'rule' | 'units'>

/** A rule counts once an order, however many coupons of it are used. */
function byRule(uses: readonly Use[]): Use[] {
  const units = new Map<string, number>()
  for (const use of uses) units.set(use.rule, (units.get(use.rule) ?? 0) + use.units)
  return [...units].map(([rule, n]) => ({ rule, units: n })).sort((a, b) => (a.rule < b.rule ? -1 : 1))
}

type Used = { times: number; units: number }

/** What the other accounts of the person have used of each rule; the person is held, so it cannot grow meanwhile. */
async function usedByOthers(
  tx: RecordTx,
  { store, others }: Person,
  rules: readonly string[],
): Promise<ReadonlyMap<string, Used>> {
  if (others.length === 0) return new Map()
  const { rule, times, units, buyer } = promotionRuleBuyers
  const rows = await tx
    .select({ rule, times: sql<number>`sum(${times})::int`, units: sql<number>`sum(${units})::int` })
    .from(promotionRuleBuyers)
    .where(and(eq(promotionRuleBuyers.store, store), inArray(rule, [...rules]), inArray(buyer, [...others])))
    .groupBy(rule)
  return new Map(rows.map((row) => [row.rule, row]))
}

/** What is left to a person of a rule, the other accounts' uses taken off; null: no limit. */
type Left = { rule: string; times: number | null; units: number | null }

function leftOf({ rules }: Priced, rule: string, used: Used = { times: 0, units: 0 }): Left {
  const known = rules.compiled.rules.get(rule)?.rule
  const unitLimit = known?.params.unitsPerBuyer
  return {
    rule,
    times: known?.timesPerBuyer === undefined ? null : known.timesPerBuyer - used.times,
    units: typeof unitLimit === 'number' ? unitLimit - used.units : null,
  }
}

/** Whether a count that is there may grow, told rule by rule; those without a limit always may. */
function mayGrow(left: readonly Left[]): SQL | undefined {
  const { rule, times, units } = promotionRuleBuyers
  const limits = left.flatMap((one) => {
    const isWithin = and(
      one.times === null ? undefined : lt(times, one.times),
      one.units === null ? undefined : lte(sql`${units} + excluded.units`, one.units),
    )
    return isWithin ? [sql`WHEN ${one.rule} THEN ${isWithin}`] : []
  })
  return limits.length > 0 ? sql`CASE ${rule} ${sql.join(limits, sql` `)} ELSE true END` : undefined
}

/** An account and the others of the same person. */
type Person = { store: string; buyer: string; others: readonly string[] }

/**
 * Counts an order's uses against what one person may have, test and count of all rules in one statement: two orders of one buyer at once
 * are not both the first. Errors: throws `PriceMovedOn` when the other came first.
 */
export async function countRuleUses(tx: RecordTx, person: Person, price: Priced, uses: readonly Use[]): Promise<void> {
  const { store, buyer } = person
  const wanted = byRule(uses)
  if (wanted.length === 0) return
  const names = wanted.map(({ rule }) => rule)
  const others = await usedByOthers(tx, person, names)
  const left = names.map((rule) => leftOf(price, rule, others.get(rule)))
  const isOver = left.some(({ times, units }, i) => (times ?? 1) < 1 || (units ?? Infinity) < (wanted[i]?.units ?? 0))
  if (isOver) throw new PriceMovedOn('another account of this person used a rule')
  const { times, units } = promotionRuleBuyers
  const setWhere = mayGrow(left)
  const counted = await tx
    .insert(promotionRuleBuyers)
    .values(wanted.map((use) => ({ store, buyer, times: 1, ...use })))
    .onConflictDoUpdate({
      target: [promotionRuleBuyers.store, promotionRuleBuyers.rule, promotionRuleBuyers.buyer],
      set: { times: sql`${times} + 1`, units: sql`${units} + excluded.units` },
      ...(setWhere ? { setWhere } : {}),
    })
    .returning({ times })
  if (counted.length < wanted.length) throw new PriceMovedOn('the buyer used a rule meanwhile')
}

/** What is taken off a buyer's count of a rule. */
export type Uncount = { rule: string; times: number; units: number }

/** All that an order counted. */
export const wholeCount = (uses: readonly Use[]): Uncount[] => byRule(uses).map((use) => ({ ...use, times: 1 }))

/** Takes the count of an order back that was not paid, or of units that came back. */
export async function uncountRuleUses(
  tx: RecordTx,
  { store, buyer }: { store: string; buyer: string },
  counts: readonly Uncount[],
): Promise<void> {
  const { times, units } = promotionRuleBuyers
  for (const count of counts)
    await tx
      .update(promotionRuleBuyers)
      .set({ times: sql`${times} - ${count.times}`, units: sql`${units} - ${count.units}` })
      .where(
        and(
          eq(promotionRuleBuyers.store, store),
          eq(promotionRuleBuyers.rule, count.rule),
          eq(promotionRuleBuyers.buyer, buyer),
        ),
      )
}
