import type { CouponPack } from '../mechanics/coupon-pack.ts'
import type { Donation } from '../mechanics/donation.ts'
import type { FreeShipping } from '../mechanics/free-shipping.ts'
import type { GiftChoice } from '../mechanics/gift-choice.ts'
import type { GiftRow, GiftWithPurchase } from '../mechanics/gift-with-purchase.ts'
import type { Instalments } from '../mechanics/instalments.ts'
import type { PointsBurn } from '../mechanics/points-burn.ts'
import type { PointsEarn } from '../mechanics/points-earn.ts'
import type { PointsGift } from '../mechanics/points-gift.ts'
import type { PointsMultiplier } from '../mechanics/points-multiplier.ts'
import type { RebateCard } from '../mechanics/rebate-card.ts'
import { type OfferWords, offer } from './offer.ts'
import { enCount, enYuan, joinEn, joinZh, plainYuan, zhPercent, zhYuan } from './say.ts'
import { enFrom, enTimes, zhFrom, zhTimes } from './spend-offers.ts'

const zhGift = ({ skuId, units, instead = [] }: GiftRow): string =>
  `${skuId} ${units} 件${instead.length > 0 ? `（送完换 ${instead.join('、')}）` : ''}`
const enGift = ({ skuId, units, instead = [] }: GiftRow): string =>
  `${units} of ${skuId}${instead.length > 0 ? ` (or ${instead.join(', ')} when gone)` : ''}`

/** What the kinds promise that give something, take points or care for shipping and payment. */
export const REWARD_OFFERS: OfferWords = {
  giftWithPurchase: offer(({ tiers, repeats }: GiftWithPurchase) => ({
    zh: joinZh(tiers.map((t) => `${zhFrom(t, repeats)}送 ${t.gifts.map(zhGift).join('、')}`)) + zhTimes(repeats),
    en: joinEn(tiers.map((t) => `${t.gifts.map(enGift).join(', ')} ${enFrom(t, repeats)}`)) + enTimes(repeats),
  })),
  giftChoice: offer(({ tiers, skuIds, repeats }: GiftChoice) => ({
    zh:
      joinZh(tiers.map((t) => `${zhFrom(t, repeats)}可从 ${skuIds.join('、')} 中任选 ${t.units} 件`)) +
      zhTimes(repeats),
    en: joinEn(tiers.map((t) => `pick ${t.units} of ${skuIds.join(', ')} ${enFrom(t, repeats)}`)) + enTimes(repeats),
  })),
  couponPack: offer(({ coupons, minCents }: CouponPack) => ({
    zh: `${minCents ? `付满 ${plainYuan(minCents)} ` : ''}送券：${coupons.map((c) => `${c.couponRuleId} ${c.count} 张`).join('、')}`,
    en: `coupons${minCents ? ` ${enFrom({ minCents })} paid` : ''}: ${coupons.map((c) => `${c.count} of ${c.couponRuleId}`).join(', ')}`,
  })),
  rebateCard: offer(({ tiers, afterDays, repeats }: RebateCard) => ({
    zh: `${joinZh(tiers.map((t) => `付${zhFrom(t, repeats)}返 ${zhYuan(t.cardCents)}的卡`))}${zhTimes(repeats)}，收货 ${afterDays} 天后发放；退货后不足门槛不返`,
    en: `${joinEn(tiers.map((t) => `a card of ${enYuan(t.cardCents)} ${enFrom(t, repeats)} paid`))}${enTimes(repeats)}, ${afterDays} days after receipt; not if returns take the order below`,
  })),
  pointsEarn: offer(({ perCents, points }: PointsEarn) => ({
    zh: `每付 ${zhYuan(perCents)}得 ${points} 积分`,
    en: `${enCount(points, 'point')} for every ${enYuan(perCents)} paid`,
  })),
  pointsGift: offer(({ points }: PointsGift) => ({
    zh: `一单送 ${points} 积分`,
    en: `${enCount(points, 'point')} for an order`,
  })),
  pointsMultiplier: offer(({ timesBp }: PointsMultiplier) => ({
    zh: `积分 ${timesBp / 10_000} 倍，一单只翻一次`,
    en: `points times ${timesBp / 10_000}, once for an order`,
  })),
  pointsBurn: offer(({ stepPoints, stepCents, capBp = 10_000, minPoints }: PointsBurn) => ({
    zh: `每 ${stepPoints} 积分抵 ${zhYuan(stepCents)}，最多抵货款的 ${zhPercent(capBp)}${minPoints ? `，至少 ${minPoints} 积分` : ''}`,
    en: `${stepPoints} points are worth ${enYuan(stepCents)}, for ${zhPercent(capBp)} of the goods at most${minPoints ? `, from ${minPoints} points` : ''}`,
  })),
  freeShipping: offer(({ capCents, exceptRegions = [], ...from }: FreeShipping) => {
    const hasFrom = from.minCents !== undefined || from.minUnits !== undefined
    return {
      zh: `${hasFrom ? zhFrom(from) : ''}${capCents === undefined ? '免运费' : `运费减 ${zhYuan(capCents)}`}${exceptRegions.length > 0 ? `（${exceptRegions.join('、')}除外）` : ''}`,
      en: `${capCents === undefined ? 'free shipping' : `${enYuan(capCents)} off shipping`}${hasFrom ? ` ${enFrom(from)}` : ''}${exceptRegions.length > 0 ? ` (not for ${exceptRegions.join(', ')})` : ''}`,
    }
  }),
  payLater: offer(() => ({ zh: '先收货、后付款', en: 'pay once the goods have come' })),
  instalments: offer(({ rates }: Instalments) => ({
    zh: `${rates.map((r) => r.times).join('、')} 期免息`,
    en: `no interest for ${rates.map((r) => r.times).join(', ')} instalments`,
  })),
  donation: offer(({ centsPerUnit, to }: Donation) => ({
    zh: `每卖一件捐 ${zhYuan(centsPerUnit)}给 ${to}，买家不多付`,
    en: `${enYuan(centsPerUnit)} for each unit goes to ${to}; the buyer pays no more`,
  })),
}
