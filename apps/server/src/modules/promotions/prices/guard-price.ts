import type { PromotionFinding, Store } from '@zhanggui/contract'
import { addDays, assert, businessDayOf } from '@zhanggui/kernel'
import {
  checkListings,
  checkReferencePrices,
  compileRules,
  type Finding,
  type PriceDay,
  PUBLISH_DEFAULTS,
  type PublishCase,
  sayFinding,
  TMALL_PARALLEL,
} from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import type { Goods } from '../price/read-goods.ts'
import { type DealPrice, readDealPrices } from './read-deal-prices.ts'

/** Deals are looked for so far back: who did not sell in the days of the law is held against the last deal. */
const HISTORY_DAYS = 365

type Proposal = { goods: Goods; priceCents: number; struckCents: number | null; effectiveAt: string }

/** A price by itself, beside no promotion at all. */
function noRules(): PublishCase['ruleSet'] {
  const compiled = compileRules(TMALL_PARALLEL, [])
  assert(compiled.ok, 'no rules are sound rules')
  return compiled.value
}

const toPriceDay = ({ skuId, day, listedCents, lowestCents: dealCents }: DealPrice): PriceDay => ({
  skuId,
  day,
  listedCents,
  dealCents,
})

function caseOf(store: Store, { goods, priceCents, struckCents, effectiveAt }: Proposal, deals: readonly DealPrice[]) {
  const { skuId, spuId } = goods
  const good = { skuId, spuId, shopId: store.id, unitCents: priceCents, ...(struckCents !== null && { struckCents }) }
  return {
    ruleSet: noRules(),
    goods: [good],
    from: effectiveAt,
    fromDay: businessDayOf(new Date(effectiveAt), store.timezone),
    prices: deals.map(toPriceDay),
  } as unknown as PublishCase
}

/** Nobody can check a struck-through price against sales that there are none of. */
const severityOf = ({ code, severity }: Finding): Finding['severity'] =>
  code === 'no_price_history' ? 'error' : severity

/**
 * What keeps a price from going out: next to nothing or far from the usual (P13.07), and a struck-through price that was no real
 * recent one (P5.09) — the lowest deal of the seven days before, or the last deal where there was none.
 * Shape: findings with the deals of those days as evidence.
 */
export async function guardPrice(context: Context, store: Store, proposal: Proposal): Promise<PromotionFinding[]> {
  const { goods, effectiveAt } = proposal
  const { referenceDays: days } = PUBLISH_DEFAULTS
  const before = businessDayOf(new Date(effectiveAt), store.timezone)
  const deals = await readDealPrices(context, store, { skuIds: [goods.skuId], before, days: HISTORY_DAYS })
  const publish = caseOf(store, proposal, deals)
  const recent = deals.filter(({ day }) => day >= addDays(before, -days))
  return [...checkListings(publish), ...checkReferencePrices(publish)].map((finding) => ({
    code: finding.code,
    severity: severityOf(finding),
    ruleIds: [],
    ...sayFinding(finding, () => goods.title || goods.skuId),
    facts: { ...finding.facts, deals: recent.length > 0 ? recent : deals.slice(-1) },
  }))
}
