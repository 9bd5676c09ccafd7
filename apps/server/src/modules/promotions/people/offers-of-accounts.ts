import type { PromotionRule } from '@zhanggui/contract'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { RecordDb } from '../../../storage/records/record-store.ts'
import { couponBatches, couponHolders } from '../coupons/schema.ts'
import { gamePlayers, games } from '../games/schema.ts'
import { promotionRuleBuyers } from '../orders/schema.ts'
import { programmeCases, programmes } from '../programmes/schema.ts'
import { readPromotions } from '../records/promotion-rows.ts'

/** How often an account used something of which a person may have only so much. `limit` null: the kind has a rule of its own. */
export type OfferUse = {
  kind: 'rule' | 'coupon' | 'programme' | 'game'
  id: string
  name: string
  limit: number | null
  account: string
  times: number
}

type Asked = { store: string; accounts: readonly string[] }

const whole = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** What a person may have of a rule, and whether that is counted in units; null where everybody may have it again and again. */
function limitOf({ timesPerBuyer, params, when }: PromotionRule): { limit: number; of: 'times' | 'units' } | null {
  if (timesPerBuyer !== undefined) return { limit: timesPerBuyer, of: 'times' }
  const units = whole(params.unitsPerBuyer)
  if (units !== null) return { limit: units, of: 'units' }
  return when?.isNewBuyer === true ? { limit: 1, of: 'times' } : null
}

async function ruleUses(db: RecordDb, { store, accounts }: Asked): Promise<OfferUse[]> {
  const { rule, buyer, times, units } = promotionRuleBuyers
  const rows = await db
    .select({ rule, account: buyer, times, units })
    .from(promotionRuleBuyers)
    .where(and(eq(promotionRuleBuyers.store, store), inArray(buyer, [...accounts]), gt(times, 0)))
  if (rows.length === 0) return []
  const promotions = await readPromotions(db, store)
  const rules = new Map(
    promotions.flatMap(({ approved }) => approved?.body.rules ?? []).map((one) => [one.ruleId, one]),
  )
  return rows.flatMap(({ rule: id, account, ...used }): OfferUse[] => {
    const known = rules.get(id)
    const limited = known && limitOf(known)
    return limited
      ? [{ kind: 'rule', id, name: known.name, limit: limited.limit, account, times: used[limited.of] }]
      : []
  })
}

async function couponUses(db: RecordDb, { store, accounts }: Asked): Promise<OfferUse[]> {
  const rows = await db
    .select({
      id: couponBatches.id,
      name: couponBatches.name,
      limit: couponBatches.perBuyer,
      account: couponHolders.buyer,
      times: couponHolders.claimed,
    })
    .from(couponHolders)
    .innerJoin(
      couponBatches,
      and(eq(couponBatches.store, couponHolders.store), eq(couponBatches.id, couponHolders.batch)),
    )
    .where(and(eq(couponHolders.store, store), inArray(couponHolders.buyer, [...accounts])))
  return rows.map((row) => ({ kind: 'coupon', ...row }))
}

const COUNT = sql<number>`count(*)::int`

async function programmeUses(db: RecordDb, { store, accounts }: Asked): Promise<OfferUse[]> {
  const { id, name, terms } = programmes
  const rows = await db
    .select({ id, name, terms, account: programmeCases.buyer, times: COUNT })
    .from(programmeCases)
    .innerJoin(programmes, and(eq(programmes.store, programmeCases.store), eq(id, programmeCases.programme)))
    .where(and(eq(programmeCases.store, store), inArray(programmeCases.buyer, [...accounts])))
    .groupBy(id, name, terms, programmeCases.buyer)
  return rows.map(({ terms, ...row }) => ({ kind: 'programme', ...row, limit: whole(terms.perBuyerMax) }))
}

async function gameUses(db: RecordDb, { store, accounts }: Asked): Promise<OfferUse[]> {
  const { id, name, settings } = games
  const rows = await db
    .select({ id, name, settings, account: gamePlayers.buyer, times: COUNT })
    .from(gamePlayers)
    .innerJoin(games, and(eq(games.store, gamePlayers.store), eq(id, gamePlayers.game)))
    .where(and(eq(gamePlayers.store, store), inArray(gamePlayers.buyer, [...accounts])))
    .groupBy(id, name, settings, gamePlayers.buyer)
  return rows.map(({ settings, ...row }) => ({
    kind: 'game',
    ...row,
    limit: 'perBuyerMax' in settings ? whole(settings.perBuyerMax) : null,
  }))
}

/** What accounts used of everything that is limited for each person: rules, coupons, programmes, games. */
export async function offersOfAccounts(db: RecordDb, asked: Asked): Promise<OfferUse[]> {
  const kinds = [ruleUses, couponUses, programmeUses, gameUses]
  const uses: OfferUse[] = []
  for (const read of kinds) uses.push(...(await read(db, asked)))
  return uses
}
