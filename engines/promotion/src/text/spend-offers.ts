import type { Words } from '../explain/fact.ts'
import type { AmountOff } from '../mechanics/amount-off.ts'
import type { AnyN } from '../mechanics/any-n.ts'
import type { Bundle } from '../mechanics/bundle.ts'
import type { ExchangeBuy } from '../mechanics/exchange-buy.ts'
import type { NthUnit } from '../mechanics/nth-unit.ts'
import type { RedPacket } from '../mechanics/red-packet.ts'
import type { SpendAndSave } from '../mechanics/spend-and-save.ts'
import type { SpendPercent } from '../mechanics/spend-percent.ts'
import type { Threshold } from '../mechanics/threshold.ts'
import type { TradeIn } from '../mechanics/trade-in.ts'
import type { TradeInValue } from '../mechanics/trade-in-value.ts'
import type { UnitsAndSave } from '../mechanics/units-and-save.ts'
import { type OfferWords, offer } from './offer.ts'
import { enCount, enShare, enYuan, joinEn, joinZh, plainYuan, zhPercent, zhShare, zhYuan } from './say.ts'

/** `满 300`, `满 2 件`; a rule that repeats says `每满`. */
export function zhFrom({ minCents, minUnits }: Threshold, repeats = 1): string {
  const every = repeats > 1 ? '每满' : '满'
  return minCents === undefined ? `${every} ${minUnits} 件` : `${every} ${plainYuan(minCents)} `
}
export function enFrom({ minCents, minUnits }: Threshold, repeats = 1): string {
  const amount = minCents === undefined ? enCount(minUnits ?? 0, 'unit') : enYuan(minCents)
  return repeats > 1 ? `for every ${amount}` : `from ${amount}`
}

export const zhTimes = (repeats: number | undefined): string => (repeats && repeats > 1 ? `，最多 ${repeats} 次` : '')
export const enTimes = (repeats: number | undefined): string =>
  repeats && repeats > 1 ? `, ${repeats} times at most` : ''

/** Tiers with their cuts; only the last one repeats. */
function cutTiers(tiers: readonly (Threshold & { cutCents: number })[], repeats?: number): Words {
  const timesOf = (i: number) => (i === tiers.length - 1 ? repeats : 1)
  return {
    zh: joinZh(tiers.map((t, i) => `${zhFrom(t, timesOf(i))}减 ${plainYuan(t.cutCents)}`)) + zhTimes(repeats),
    en: joinEn(tiers.map((t, i) => `${enYuan(t.cutCents)} off ${enFrom(t, timesOf(i))}`)) + enTimes(repeats),
  }
}

const acrossWords = ({ acrossSkus }: NthUnit): Words =>
  acrossSkus
    ? { zh: '（不同款可以一起算，便宜的先优惠）', en: ' (different goods count together, the cheapest is reduced)' }
    : { zh: '（同款计算）', en: ' (of the same kind)' }

/** What the kinds that look at the amount or the number of goods promise. */
export const SPEND_OFFERS: OfferWords = {
  spendAndSave: offer(({ tiers, repeats }: SpendAndSave) => cutTiers(tiers, repeats)),
  unitsAndSave: offer(({ tiers, repeats }: UnitsAndSave) => cutTiers(tiers, repeats)),
  spendPercent: offer(({ tiers }: SpendPercent) => ({
    zh: joinZh(tiers.map((t) => `${zhFrom(t)}享 ${zhShare(t.payBp)}`)),
    en: joinEn(tiers.map((t) => `${enShare(t.payBp)} ${enFrom(t)}`)),
  })),
  nthUnit: offer((params: NthUnit) => {
    const across = acrossWords(params)
    return {
      zh: joinZh(params.steps.map((s) => `第 ${s.nth} 件 ${zhShare(s.payBp)}`)) + across.zh + zhTimes(params.rounds),
      en: joinEn(params.steps.map((s) => `unit ${s.nth} ${enShare(s.payBp)}`)) + across.en + enTimes(params.rounds),
    }
  }),
  anyN: offer(({ units, priceCents, sets }: AnyN) => ({
    zh: `${plainYuan(priceCents)} 元任选 ${units} 件${zhTimes(sets)}`,
    en: `any ${units} for ${enYuan(priceCents)}${enTimes(sets)}`,
  })),
  bundle: offer(({ parts, priceCents, times }: Bundle) => ({
    zh: `一起买 ${parts.map((p) => `${p.skuIds.join(' 或 ')} ${p.units} 件`).join(' + ')}，合计 ${zhYuan(priceCents)}${zhTimes(times)}`,
    en: `${parts.map((p) => `${p.units} of ${p.skuIds.join(' or ')}`).join(' + ')} together for ${enYuan(priceCents)}${enTimes(times)}`,
  })),
  exchangeBuy: offer(({ minCents, prices, units }: ExchangeBuy) => ({
    zh: `其他商品满 ${plainYuan(minCents)}，可换购 ${prices.map((p) => `${p.skuId} ${zhYuan(p.priceCents)}`).join('、')}，共 ${units} 件`,
    en: `from ${enYuan(minCents)} of other goods: ${prices.map((p) => `${p.skuId} ${enYuan(p.priceCents)}`).join(', ')}, ${units} in all`,
  })),
  amountOff: offer(({ cutCents }: AmountOff) => ({
    zh: `无门槛减 ${zhYuan(cutCents)}`,
    en: `${enYuan(cutCents)} off, whatever the amount`,
  })),
  redPacket: offer(({ mostCents, minCents }: RedPacket) => ({
    zh: `${minCents ? `满 ${plainYuan(minCents)} ` : ''}按红包金额抵扣，最多 ${zhYuan(mostCents)}`,
    en: `what the packet holds is taken off${minCents ? ` ${enFrom({ minCents })}` : ''}, ${enYuan(mostCents)} at most`,
  })),
  tradeIn: offer(({ subsidyCents, subsidyBp = 0 }: TradeIn) => ({
    zh: `交旧品补贴 ${subsidyCents === undefined ? zhPercent(subsidyBp) : zhYuan(subsidyCents)}，旧品价值以检测为准`,
    en: `${subsidyCents === undefined ? zhPercent(subsidyBp) : enYuan(subsidyCents)} off for an old thing, whose value is settled after inspection`,
  })),
  tradeInValue: offer(({ mostCents }: TradeInValue) => ({
    zh: `旧品估价直接抵货款，最多 ${zhYuan(mostCents)}，检测后多退少补`,
    en: `the estimate of the old thing is set off, ${enYuan(mostCents)} at most, and settled after inspection`,
  })),
}
