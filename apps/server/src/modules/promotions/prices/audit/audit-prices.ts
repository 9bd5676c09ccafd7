import { type PriceAudit, PriceAuditQuery, type Store } from '@zhanggui/contract'
import { auditFairPrices, goodsKey } from '@zhanggui/promotion'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { askedDays, ORDERS_MOST, readOrdersOfDays } from '../../orders/read-orders-of-days.ts'
import type { OrderRow } from '../../orders/schema.ts'
import { paidOrderOf } from '../../orders/stored-order.ts'
import { priceProposals } from '../schema.ts'
import { type SeenOrder, seenOrder } from './seen-order.ts'

/** When approved prices began to hold: before and after them the same goods cost something else for everybody. */
async function readPriceTurns(context: Context, store: string): Promise<number[]> {
  const { effectiveAt, approvedAt } = priceProposals
  const rows = await context.records.db
    .select({ effectiveAt })
    .from(priceProposals)
    .where(and(eq(priceProposals.store, store), isNotNull(approvedAt)))
  return rows.map((row) => row.effectiveAt.getTime())
}

type Titles = ReadonlyMap<string, string>

const titlesOf = (rows: readonly OrderRow[]): Titles =>
  new Map(rows.flatMap(({ price }) => price.answer.lines.map(({ skuId, title }) => [skuId, title || skuId])))

/** `serum×1 + mask×2` with titles in place of ids. */
const named = (cart: string, titles: Titles): string =>
  cart
    .split(' + ')
    .map((part) => {
      const at = part.lastIndexOf('×')
      return `${titles.get(part.slice(0, at)) ?? part.slice(0, at)}${part.slice(at)}`
    })
    .join(' + ')

type Part = Pick<PriceAudit, 'findings' | 'allowed'>

/** Orders that one state of the rules priced at one moment. */
function auditGroup(rows: readonly OrderRow[], orders: readonly SeenOrder[], titles: Titles): Part {
  const first = rows.find(({ id }) => id === orders[0]?.orderId)
  if (!first) return { findings: [], allowed: [] }
  const { ruleSet } = paidOrderOf(first)
  const audit = auditFairPrices(
    ruleSet,
    orders.map(({ seen }) => seen),
  )
  const ordersOf = (cart: string, buyerId: unknown): string[] =>
    orders
      .filter(({ seen }) => goodsKey(seen.cart) === cart)
      .filter(({ seen }) => buyerId === undefined || seen.cart.buyer.buyerId === buyerId)
      .map(({ orderId }) => orderId)
      .sort()
  const nameOf = (ruleId: string): string => ruleSet.rules.get(ruleId)?.rule.name ?? ruleId
  return {
    findings: audit.findings.map(({ code, severity, ruleIds, facts, zh, en }) => {
      const { cart, ...rest } = facts as { cart: string; buyerId?: string }
      const said = named(cart, titles)
      const orderIds = ordersOf(cart, rest.buyerId)
      const words = { zh: zh.replace(cart, said), en: en.replace(cart, said) }
      return { code, severity, ruleIds: [...ruleIds], facts: { ...facts, cart: said }, ...words, orderIds }
    }),
    allowed: audit.allowed.map(({ cart, ruleIds, leastCents, mostCents }) => ({
      cart: named(cart, titles),
      leastCents,
      mostCents,
      rules: ruleIds.map((ruleId) => ({ ruleId, name: nameOf(ruleId) })),
    })),
  }
}

function groupsOf(rows: readonly OrderRow[]): PriceAudit['groups'] {
  const byGroup = Map.groupBy(rows, ({ price: { cart } }) => `${cart.buyer?.isNew ?? false} ${cart.buyer?.tier ?? 0}`)
  return [...byGroup.values()]
    .map((ofGroup) => {
      const [first] = ofGroup
      const sum = (of: (answer: OrderRow['price']['answer']) => number): number =>
        ofGroup.reduce((total, { price }) => total + of(price.answer), 0)
      const { isNew = false, tier = 0 } = first?.price.cart.buyer ?? {}
      const listedCents = sum((answer) => answer.listedCents)
      return { isNew, tier, orders: ofGroup.length, listedCents, cutCents: sum((answer) => answer.cutCents) }
    })
    .sort((a, b) => Number(b.isNew) - Number(a.isNew) || a.tier - b.tier)
}

const comparedOf = (orders: readonly SeenOrder[]): number =>
  [...Map.groupBy(orders, ({ seen }) => goodsKey(seen.cart)).values()].filter(
    (same) => new Set(same.map(({ seen }) => seen.cart.buyer.buyerId)).size > 1,
  ).length

/**
 * Whether the shop asked different buyers for different prices (P10.19): orders of one moment under one state of the rules are
 * compared cart by cart, and every price is reckoned again by the rules that were published then.
 */
export async function auditPrices(context: Context, store: Store, input: PriceAuditQuery): Promise<PriceAudit> {
  const range = askedDays(context, store, parseInput(PriceAuditQuery, input))
  const found = await readOrdersOfDays(context, store, range)
  const rows = found.slice(0, ORDERS_MOST)
  const turns = await readPriceTurns(context, store.id)
  const orders = rows.map((row) => seenOrder(row, turns))
  const titles = titlesOf(rows)
  const moments = [...Map.groupBy(orders, ({ ruleSet, moment }) => `${ruleSet} ${moment}`).values()]
  const parts = moments.map((same) => auditGroup(rows, same, titles))
  return {
    ...range,
    orders: rows.length,
    compared: moments.reduce((sum, same) => sum + comparedOf(same), 0),
    findings: parts.flatMap(({ findings }) => findings),
    allowed: parts.flatMap(({ allowed }) => allowed),
    groups: groupsOf(rows),
    isCut: found.length > rows.length,
  }
}
