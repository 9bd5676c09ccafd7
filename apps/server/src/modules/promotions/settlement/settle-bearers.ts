import { type PriceAnswer, type PromotionSettlement, SettlementQuery, type Store } from '@zhanggui/contract'
import { PAYERS, type Payer } from '@zhanggui/promotion'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { askedDays, ORDERS_MOST, readOrdersOfDays } from '../orders/read-orders-of-days.ts'
import { type OrderRow, promotionReturns, type ReturnRow } from '../orders/schema.ts'

type Given = { orders: number; cents: number; name: string }
type Bearers = Map<Payer, { rules: Map<string, Given>; reversedCents: number }>

/** What each bearer gave by rule in one order, of this shop's goods and postage only. */
function givenIn(store: string, { lines, shipping }: PriceAnswer): Map<string, number> {
  const given = new Map<string, number>()
  const cuts = [...lines, ...shipping].filter(({ shopId }) => shopId === store).flatMap((row) => row.cuts)
  for (const { ruleId, paidBy } of cuts)
    for (const { payer, cents } of paidBy) {
      const key = `${payer} ${ruleId}`
      given.set(key, (given.get(key) ?? 0) + cents)
    }
  return given
}

function addOrder(bearers: Bearers, { store, price }: OrderRow): void {
  for (const [key, cents] of givenIn(store, price.answer)) {
    const [payer, ...rest] = key.split(' ') as [Payer, ...string[]]
    const ruleId = rest.join(' ')
    const rules = bearers.get(payer)?.rules ?? new Map<string, Given>()
    const before = rules.get(ruleId)
    const name = price.answer.outcomes.find((outcome) => outcome.ruleId === ruleId)?.name ?? ruleId
    rules.set(ruleId, { orders: (before?.orders ?? 0) + 1, cents: (before?.cents ?? 0) + cents, name })
    bearers.set(payer, { rules, reversedCents: bearers.get(payer)?.reversedCents ?? 0 })
  }
}

function addReturn(bearers: Bearers, { store, answer }: ReturnRow): void {
  const reversed = answer.shops.filter(({ shopId }) => shopId === store).flatMap((shop) => shop.reversed)
  for (const { payer, cents } of reversed) {
    const bearer = bearers.get(payer)
    if (bearer) bearer.reversedCents += cents
  }
}

/** Returns of the orders, whenever they came. */
async function readReturnsOf(context: Context, store: string, orders: readonly OrderRow[]): Promise<ReturnRow[]> {
  const ids = orders.filter(({ refundedCents }) => refundedCents > 0).map(({ id }) => id)
  if (ids.length === 0) return []
  return context.records.db
    .select()
    .from(promotionReturns)
    .where(and(eq(promotionReturns.store, store), inArray(promotionReturns.orderId, ids)))
}

const byCents = (a: { cents: number; ruleId: string }, b: { cents: number; ruleId: string }): number =>
  b.cents - a.cents || (a.ruleId < b.ruleId ? -1 : 1)

/** What everybody who bears discounts of a shop owes for its paid orders, by bearer and rule, to the fen. */
export async function settleBearers(
  context: Context,
  store: Store,
  input: SettlementQuery,
): Promise<PromotionSettlement> {
  const range = askedDays(context, store, parseInput(SettlementQuery, input))
  const found = await readOrdersOfDays(context, store, range)
  const isCut = found.length > ORDERS_MOST
  const orders = found.slice(0, ORDERS_MOST).filter(({ state }) => state === 'paid' || state === 'returned')
  const bearers: Bearers = new Map()
  for (const order of orders) addOrder(bearers, order)
  for (const made of await readReturnsOf(context, store.id, orders)) addReturn(bearers, made)
  const rows = PAYERS.flatMap((payer) => {
    const bearer = bearers.get(payer)
    if (!bearer) return []
    const byRule = [...bearer.rules].map(([ruleId, given]) => ({ ruleId, ...given })).sort(byCents)
    const givenCents = byRule.reduce((sum, { cents }) => sum + cents, 0)
    const { reversedCents } = bearer
    return [{ payer, givenCents, reversedCents, owedCents: givenCents - reversedCents, byRule }]
  })
  return { ...range, orders: orders.length, isCut, bearers: rows }
}
