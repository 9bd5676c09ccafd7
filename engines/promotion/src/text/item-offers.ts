import type { Words } from '../explain/fact.ts'
import { shanghaiTime } from '../explain/shanghai-time.ts'
import type { BargainPrice } from '../mechanics/bargain-price.ts'
import type { BlindBox } from '../mechanics/blind-box.ts'
import type { DirectCut } from '../mechanics/direct-cut.ts'
import type { FixedPrice } from '../mechanics/fixed-price.ts'
import type { GroupPrice } from '../mechanics/group-price.ts'
import type { UnitLimit } from '../mechanics/limited-units.ts'
import type { MemberPrice, MemberTier } from '../mechanics/member-price.ts'
import type { PercentOff } from '../mechanics/percent-off.ts'
import type { Presale } from '../mechanics/presale.ts'
import type { Subscription } from '../mechanics/subscription.ts'
import { type OfferWords, offer } from './offer.ts'
import { enShare, enYuan, joinEn, joinZh, zhPercent, zhShare, zhYuan } from './say.ts'

const limited = ({ unitsPerBuyer }: UnitLimit): Words =>
  unitsPerBuyer === undefined
    ? { zh: '', en: '' }
    : { zh: `，每人限购 ${unitsPerBuyer} 件`, en: `, up to ${unitsPerBuyer} per buyer` }

const withLimit = (said: Words, params: UnitLimit): Words => {
  const limit = limited(params)
  return { zh: said.zh + limit.zh, en: said.en + limit.en }
}

const priceList = ({ priceCents, prices = [] }: FixedPrice): Words => {
  if (priceCents !== undefined) return { zh: `每件 ${zhYuan(priceCents)}`, en: `${enYuan(priceCents)} each` }
  return {
    zh: joinZh(prices.map((p) => `${p.skuId} ${zhYuan(p.priceCents)}`)),
    en: joinEn(prices.map((p) => `${p.skuId} ${enYuan(p.priceCents)}`)),
  }
}

const memberTier = ({ tier, priceCents, payBp = 10_000 }: MemberTier): Words => ({
  zh: `${tier} 级会员 ${priceCents === undefined ? zhShare(payBp) : zhYuan(priceCents)}`,
  en: `tier ${tier} ${priceCents === undefined ? enShare(payBp) : enYuan(priceCents)}`,
})

const cyclePrice = ({ payBp, cutCents }: Subscription): Words => {
  if (payBp !== undefined) return { zh: `，每期 ${zhShare(payBp)}`, en: `, ${enShare(payBp)} each time` }
  if (cutCents === undefined) return { zh: '', en: '' }
  return { zh: `，每件每期减 ${zhYuan(cutCents)}`, en: `, ${enYuan(cutCents)} off each unit each time` }
}

/** What the kinds of a single item's price promise. */
export const ITEM_OFFERS: OfferWords = {
  directCut: offer((params: DirectCut) =>
    withLimit({ zh: `每件减 ${zhYuan(params.cutCents)}`, en: `${enYuan(params.cutCents)} off each unit` }, params),
  ),
  percentOff: offer((params: PercentOff) =>
    withLimit({ zh: `每件 ${zhShare(params.payBp)}`, en: `${enShare(params.payBp)} each unit` }, params),
  ),
  fixedPrice: offer((params: FixedPrice) => withLimit(priceList(params), params)),
  memberPrice: offer(({ tiers }: MemberPrice) => {
    const said = tiers.map(memberTier)
    return { zh: joinZh(said.map((s) => s.zh)), en: joinEn(said.map((s) => s.en)) }
  }),
  groupPrice: offer((params: GroupPrice) =>
    withLimit(
      {
        zh: `${params.people} 人成团，没有成团全额退款，每件 ${zhYuan(params.priceCents)}`,
        en: `in a group of ${params.people} (all is paid back if it is not filled) ${enYuan(params.priceCents)} each`,
      },
      params,
    ),
  ),
  bargainPrice: offer((params: BargainPrice) =>
    withLimit(
      {
        zh: `好友帮砍，最低 ${zhYuan(params.lowestCents)}`,
        en: `friends bring the price down to ${enYuan(params.lowestCents)} at the least`,
      },
      params,
    ),
  ),
  blindBox: offer(({ priceCents, draws, minValueCents, items }: BlindBox) => ({
    zh: `每盒 ${zhYuan(priceCents)}，内有 ${draws} 件，价值不低于 ${zhYuan(minValueCents)}；每次抽取的概率：${items.map((i) => `${i.skuId} ${zhPercent(i.oddsPpm / 100)}`).join('、')}`,
    en: `${enYuan(priceCents)} a box of ${draws}, worth ${enYuan(minValueCents)} or more; odds of each draw: ${items.map((i) => `${i.skuId} ${zhPercent(i.oddsPpm / 100)}`).join(', ')}`,
  })),
  subscription: offer((params: Subscription) => {
    const price = cyclePrice(params)
    return {
      zh: `每 ${params.everyDays} 天送一次，共 ${params.times} 次${price.zh}，价格以订阅时为上限`,
      en: `delivered every ${params.everyDays} days, ${params.times} times${price.en}; never dearer than when it began`,
    }
  }),
  presale: offer((p: Presale) => ({
    zh: `${shanghaiTime(p.depositUntil)} 前付定金 ${zhYuan(p.depositCents)}，抵 ${zhYuan(p.countsAsCents)}；${shanghaiTime(p.balanceFrom)} 至 ${shanghaiTime(p.balanceUntil)} 付尾款`,
    en: `a deposit of ${enYuan(p.depositCents)} before ${shanghaiTime(p.depositUntil)} counts as ${enYuan(p.countsAsCents)}; the balance is paid from ${shanghaiTime(p.balanceFrom)} to ${shanghaiTime(p.balanceUntil)}`,
  })),
}
