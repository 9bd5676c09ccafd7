import { err, ok, type Result } from '@zhanggui/kernel'
import type { Rule } from '../rules/rule.ts'
import type { EventBounds, EventPack } from './event-packs.ts'

/** Goods that a shop brings to an event. `referenceCents`: the price that the event price is held against (P5.09). */
export type EventGoods = { skuId: string; priceCents: number; referenceCents: number; stock: number }

export type EventEntry = {
  /** Stands before the ids of the rules. */
  entryId: string
  shopId: string
  from: string
  until: string
  unitsPerBuyer: number
  goods: readonly EventGoods[]
  /** Share of the price that coins may pay, where the event takes coins. */
  coinShareBp?: number
}

export type EventProblem =
  | { code: 'price_above_bound'; skuId: string; priceCents: number; mostCents: number }
  | { code: 'stock_below_bound'; skuId: string; stock: number; least: number }
  | { code: 'sku_twice'; skuId: string }
  | { code: 'goods_out_of_bounds'; goods: number; min: number; max: number }
  | { code: 'hours_out_of_bounds'; hours: number; min: number; max: number }
  | { code: 'units_per_buyer_out_of_bounds'; unitsPerBuyer: number; max: number }
  | { code: 'coin_share_out_of_bounds'; coinShareBp: number; min: number; max: number }
  | { code: 'no_coins_here'; coinShareBp: number }

const HOUR_MS = 3_600_000

function checkGoods({ goods }: EventEntry, { priceShareBp, stockMin }: EventBounds): EventProblem[] {
  const seen = new Set<string>()
  return goods.flatMap(({ skuId, priceCents, referenceCents, stock }) => {
    const problems: EventProblem[] = []
    const mostCents = Math.floor((referenceCents * priceShareBp) / 10_000)
    if (priceCents > mostCents) problems.push({ code: 'price_above_bound', skuId, priceCents, mostCents })
    if (stock < stockMin) problems.push({ code: 'stock_below_bound', skuId, stock, least: stockMin })
    if (seen.has(skuId)) problems.push({ code: 'sku_twice', skuId })
    seen.add(skuId)
    return problems
  })
}

const isOutside = (value: number, { min, max }: { min: number; max: number }): boolean =>
  !(value >= min && value <= max)

function checkTerms({ goods, from, until, unitsPerBuyer }: EventEntry, bounds: EventBounds): EventProblem[] {
  const problems: EventProblem[] = []
  const hours = (Date.parse(until) - Date.parse(from)) / HOUR_MS
  if (isOutside(goods.length, bounds.goods))
    problems.push({ code: 'goods_out_of_bounds', goods: goods.length, ...bounds.goods })
  if (isOutside(hours, bounds.hours)) problems.push({ code: 'hours_out_of_bounds', hours, ...bounds.hours })
  if (isOutside(unitsPerBuyer, { min: 1, max: bounds.unitsPerBuyerMax }))
    problems.push({ code: 'units_per_buyer_out_of_bounds', unitsPerBuyer, max: bounds.unitsPerBuyerMax })
  return problems
}

function checkCoins({ coinShareBp = 0 }: EventEntry, bounds: EventBounds): EventProblem[] {
  if (!bounds.coinShareBp) return coinShareBp === 0 ? [] : [{ code: 'no_coins_here', coinShareBp }]
  if (!isOutside(coinShareBp, bounds.coinShareBp)) return []
  return [{ code: 'coin_share_out_of_bounds', coinShareBp, ...bounds.coinShareBp }]
}

/** The event price of each SKU, for so many units of a buyer, while the event lasts. */
function priceRule(entry: EventEntry, { zh, blocks }: EventPack): Rule {
  const { entryId, shopId, from, until, goods, unitsPerBuyer } = entry
  const prices = goods.map(({ skuId, priceCents }) => ({ skuId, priceCents }))
  return {
    ruleId: `${entryId}-price`,
    name: `${zh}价`,
    mechanic: 'fixedPrice',
    params: { prices, unitsPerBuyer },
    shopId,
    scope: { skuIds: goods.map(({ skuId }) => skuId) },
    when: { from, until },
    ...(blocks.length > 0 && { blocks }),
  }
}

/** One coin is worth one fen; the platform bears what coins pay. */
function coinRule(entry: EventEntry, { zh }: EventPack, capBp: number): Rule {
  const { entryId, shopId, from, until, goods } = entry
  return {
    ruleId: `${entryId}-coins`,
    name: `${zh}抵扣`,
    mechanic: 'pointsBurn',
    params: { stepPoints: 1, stepCents: 1, capBp },
    shopId,
    scope: { skuIds: goods.map(({ skuId }) => skuId) },
    when: { from, until },
    payers: [{ payer: 'platform', bp: 10_000 }],
  }
}

/**
 * The rules that an entry to a channel event comes to: its prices with the limit of each buyer, and its coins.
 * Errors: everything in which the entry is outside the bounds of the event, with the bound; no rule is made then.
 */
export function enrolEvent(pack: EventPack, entry: EventEntry): Result<Rule[], EventProblem[]> {
  const { bounds } = pack
  const problems = [...checkTerms(entry, bounds), ...checkGoods(entry, bounds), ...checkCoins(entry, bounds)]
  if (problems.length > 0) return err(problems)
  const coins = entry.coinShareBp ? [coinRule(entry, pack, entry.coinShareBp)] : []
  return ok([priceRule(entry, pack), ...coins])
}
