import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { promotionRuleBuyers } from '../orders/schema.ts'
import { pointsMoves } from '../points/schema.ts'
import { hasPaidHere } from './bought-before.ts'

/** What the records say of a person, all accounts together; points are the asking account's own. */
export type Standing = {
  paidHere: boolean
  hasPoints: boolean
  timesUsed: Record<string, number>
  unitsUsed: Record<string, number>
}

type Uses = Record<string, [times: number, units: number]>

/** One statement, asked at every price. `accounts`: the account that asks, then the others of the same person. */
export async function standingOfPerson(
  { records }: Context,
  store: string,
  accounts: readonly string[],
): Promise<Standing> {
  const { rule, times, units, buyer } = promotionRuleBuyers
  const used = records.db
    .select({ rule: sql`${rule}`.as('rule'), sums: sql`jsonb_build_array(sum(${times}), sum(${units}))`.as('sums') })
    .from(promotionRuleBuyers)
    .where(and(eq(promotionRuleBuyers.store, store), inArray(buyer, [...accounts])))
    .groupBy(rule)
    .as('used')
  const hasMoves = and(eq(pointsMoves.store, store), eq(pointsMoves.buyer, accounts[0] ?? ''))
  const [row] = await records.db
    .select({
      paidHere: hasPaidHere(store, accounts),
      hasPoints: sql<boolean>`EXISTS (SELECT 1 FROM ${pointsMoves} WHERE ${hasMoves})`,
      uses: sql<Uses | null>`jsonb_object_agg(${used.rule}, ${used.sums}) FILTER (WHERE ${used.rule} IS NOT NULL)`,
    })
    .from(used)
  const uses = Object.entries(row?.uses ?? {})
  return {
    paidHere: row?.paidHere ?? false,
    hasPoints: row?.hasPoints ?? false,
    timesUsed: Object.fromEntries(uses.map(([id, [times]]) => [id, times])),
    unitsUsed: Object.fromEntries(uses.map(([id, [, units]]) => [id, units])),
  }
}
