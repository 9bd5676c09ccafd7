import { and, eq, inArray, lt, lte, sql } from 'drizzle-orm'
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

/** What the other accounts of the person have used of a rule; the person is held, so it cannot grow meanwhile. */
async function usedByOthers(
  tx: RecordTx,
  { store, others }: Person,
  rule: string,
): Promise<{ times: number; units: number }> {
  if (others.length === 0) return { times: 0, units: 0 }
  const { times, units } = promotionRuleBuyers
  const [row] = await tx
    .select({
      times: sql<number>`coalesce(sum(${times}), 0)::int`,
      units: sql<number>`coalesce(sum(${units}), 0)::int`,
    })
    .from(promotionRuleBuyers)
    .where(
      and(
        eq(promotionRuleBuyers.store, store),
        eq(promotionRuleBuyers.rule, rule),
        inArray(promotionRuleBuyers.buyer, [...others]),
      ),
    )
  return { times: row?.times ?? 0, units: row?.units ?? 0 }
}

/** An account and the others of the same person. */
type Person = { store: string; buyer: string; others: readonly string[] }

/**
 * Counts an order's uses against what one person may have, test and count in one statement: two orders of one buyer at once are
 * not both the first. Errors: throws `PriceMovedOn` when the other came first.
 */
export async function countRuleUses(
  tx: RecordTx,
  person: Person,
  { rules }: Priced,
  uses: readonly Use[],
): Promise<void> {
  const { store, buyer } = person
  const { times, units } = promotionRuleBuyers
  for (const use of byRule(uses)) {
    const rule = rules.compiled.rules.get(use.rule)?.rule
    const unitLimit = rule?.params.unitsPerBuyer
    const before = await usedByOthers(tx, person, use.rule)
    const timesLeft = rule?.timesPerBuyer === undefined ? null : rule.timesPerBuyer - before.times
    const unitsLeft = typeof unitLimit === 'number' ? unitLimit - before.units : null
    if ((timesLeft !== null && timesLeft < 1) || (unitsLeft !== null && unitsLeft < use.units))
      throw new PriceMovedOn(`another account of this person used ${use.rule}`)
    const isAllowed = and(
      timesLeft === null ? undefined : lt(times, timesLeft),
      unitsLeft === null ? undefined : lte(sql`${units} + ${use.units}`, unitsLeft),
    )
    const counted = await tx
      .insert(promotionRuleBuyers)
      .values({ store, rule: use.rule, buyer, times: 1, units: use.units })
      .onConflictDoUpdate({
        target: [promotionRuleBuyers.store, promotionRuleBuyers.rule, promotionRuleBuyers.buyer],
        set: { times: sql`${times} + 1`, units: sql`${units} + ${use.units}` },
        ...(isAllowed ? { setWhere: isAllowed } : {}),
      })
      .returning({ times })
    if (counted.length === 0) throw new PriceMovedOn(`the buyer used ${use.rule} meanwhile`)
  }
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
