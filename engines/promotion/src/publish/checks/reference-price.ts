import { addDays, parseDay } from '@zhanggui/kernel'
import { dealPrice } from '../deal-price.ts'
import type { Finding } from '../finding.ts'
import { makeFinding } from '../make-finding.ts'
import { type PriceDay, type PublishCase, type PublishGood, type PublishSettings, settingsOf } from '../publish-case.ts'

export type Reference = { day: string; cents: number }

/** Days in [from, until), the earliest first. */
const within = (prices: readonly PriceDay[], from: string, until: string): PriceDay[] =>
  prices.filter(({ day }) => day >= from && day < until).sort((a, b) => (a.day < b.day ? -1 : 1))

function lowestDeal(days: readonly PriceDay[]): Reference | undefined {
  let lowest: Reference | undefined
  for (const { day, dealCents } of days)
    if (dealCents !== undefined && (!lowest || dealCents < lowest.cents)) lowest = { day, cents: dealCents }
  return lowest
}

/**
 * The price that a cut is measured by (原价): the lowest that the SKU sold at in the days before the promotion; if it sold on none
 * of them, what it last sold at. Source: 《规范促销行为暂行规定》, seven days. `undefined` when it never sold.
 */
export function referencePrice(prices: readonly PriceDay[], fromDay: string, days: number): Reference | undefined {
  const lowest = lowestDeal(within(prices, addDays(parseDay(fromDay), -days), fromDay))
  if (lowest) return lowest
  const last = within(prices, '', fromDay).findLast(({ dealCents }) => dealCents !== undefined)
  return last?.dealCents === undefined ? undefined : { day: last.day, cents: last.dealCents }
}

type Raise = { beforeDay: string; beforeCents: number; raisedDay: string; raisedCents: number }

/** The last raise of the listed price in the days before the promotion that still stands at its start. */
function standingRaise(
  prices: readonly PriceDay[],
  good: PublishGood,
  { fromDay, days }: { fromDay: string; days: number },
): Raise | undefined {
  const listed = [
    ...within(prices, addDays(parseDay(fromDay), -days), fromDay),
    { day: fromDay, listedCents: good.unitCents },
  ]
  for (let i = listed.length - 1; i > 0; i--) {
    const [before, raised] = [listed[i - 1], listed[i]]
    if (!before || !raised || raised.listedCents <= before.listedCents) continue
    if (good.unitCents <= before.listedCents) continue
    return {
      beforeDay: before.day,
      beforeCents: before.listedCents,
      raisedDay: raised.day,
      raisedCents: raised.listedCents,
    }
  }
  return undefined
}

function checkGood(good: PublishGood, prices: readonly PriceDay[], publish: PublishCase, settings: PublishSettings) {
  const { skuId, struckCents } = good
  const { fromDay, ruleSet, from } = publish
  const { referenceDays: days, raiseDays } = settings
  const reference = referencePrice(prices, fromDay, days)
  const { dealCents, ruleIds } = dealPrice(ruleSet, good, from)
  const isOffer = dealCents < good.unitCents || struckCents !== undefined
  if (!reference) return isOffer ? [makeFinding('no_price_history', ruleIds, { skuId })] : []
  const { day: referenceDay, cents: referenceCents } = reference
  const findings: Finding[] = []
  if (struckCents !== undefined && struckCents > referenceCents)
    findings.push(
      makeFinding('struck_price_unreal', ruleIds, { skuId, struckCents, referenceDay, referenceCents, days }),
    )
  if (!isOffer || dealCents < referenceCents) return findings
  const raise = standingRaise(prices, good, { fromDay, days: raiseDays })
  const found = raise
    ? makeFinding('raised_then_cut', ruleIds, { skuId, ...raise, dealCents, referenceDay, referenceCents })
    : makeFinding('not_below_reference', ruleIds, { skuId, dealCents, referenceDay, referenceCents, days })
  return [...findings, found]
}

/** Whether cuts are cuts: against what the goods really sold at, with the days and prices that show it. */
export function checkReferencePrices(publish: PublishCase): Finding[] {
  const settings = settingsOf(publish)
  const bySku = Map.groupBy(publish.prices ?? [], ({ skuId }) => skuId)
  return publish.goods.flatMap((good) => checkGood(good, bySku.get(good.skuId) ?? [], publish, settings))
}
