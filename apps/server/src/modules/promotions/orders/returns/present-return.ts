import type { PromotionReturn } from '@zhanggui/contract'
import { explainRefund, type Refund, type Standing } from '@zhanggui/promotion'
import type { Reckoned } from './reckon-return.ts'

type Shops = PromotionReturn['shops']

/** What goes back for the goods and the postage of a shop. */
function backOf(shopId: string, { lines, fees }: Refund, before: Standing): number {
  const own = new Set(before.lines.filter((line) => line.shopId === shopId).map(({ lineId }) => lineId))
  const goods = lines.filter(({ lineId }) => own.has(lineId))
  const postage = fees.filter((fee) => fee.shopId === shopId)
  return [
    ...goods.map(({ paidBackCents, clawBackCents, agreedCents = 0 }) => paidBackCents - clawBackCents + agreedCents),
    ...postage.map(({ paidBackCents, clawBackCents }) => paidBackCents - clawBackCents),
  ].reduce((sum, cents) => sum + cents, 0)
}

function bearersOf(shopId: string, { reversed }: Refund): Shops[number]['reversed'] {
  const sums = new Map<Shops[number]['reversed'][number]['payer'], number>()
  for (const entry of reversed)
    if (entry.shopId === shopId) sums.set(entry.payer, (sums.get(entry.payer) ?? 0) + entry.cents)
  return [...sums].map(([payer, cents]) => ({ payer, cents })).filter(({ cents }) => cents !== 0)
}

/** Each shop of the order with its part of the return (P6.03); shops that nothing changes for are left out. */
function shopsOf({ before, refund }: Reckoned): Shops {
  const ids = new Set([...before.lines, ...before.fees].map(({ shopId }) => shopId))
  return [...ids]
    .map((shopId) => ({
      shopId,
      backCents: backOf(shopId, refund, before),
      reversed: bearersOf(shopId, refund),
    }))
    .filter(({ backCents, reversed }) => backCents !== 0 || reversed.length > 0)
}

/** Points that a return moves: earned ones are taken back, used ones given back. */
export function pointsBack({ grantsBack }: Refund): { used: number; earned: number } {
  const points = { used: 0, earned: 0 }
  for (const grant of grantsBack) {
    if (grant.kind === 'points') points.earned += grant.points
    if (grant.kind === 'pointsUsed') points.used += grant.points
  }
  return points
}

function sentencesOf({ refund, order }: Reckoned): PromotionReturn['explanation'] {
  const en = explainRefund(refund, order.ruleSet, 'en')
  return explainRefund(refund, order.ruleSet, 'zh').map(({ fact, text }, i) => ({
    kind: fact.kind,
    zh: text,
    en: en[i]?.text ?? '',
  }))
}

/** Told as sums of their own. */
const POINTS: readonly string[] = ['points', 'pointsUsed']

type Stamp = Pick<PromotionReturn, 'id' | 'orderId' | 'number' | 'reason' | 'madeBy' | 'madeAt'>

/** A return as the contract tells it: money by line and by shop, what else goes back, and all of it in words. */
export function presentReturn(reckoned: Reckoned, stamp: Stamp): PromotionReturn {
  const { refund, before } = reckoned
  const { refundCents, giftChargeCents, deductedCents, lines, claimsBack, grantsBack } = refund
  const { used, earned } = pointsBack(refund)
  return {
    ...stamp,
    policy: before.policy,
    refundCents,
    giftChargeCents,
    deductedCents,
    lines: lines.map((line) => ({ ...line })),
    shops: shopsOf(reckoned),
    couponsBack: claimsBack.map(({ claimId }) => claimId),
    pointsTakenBack: earned,
    pointsGivenBack: used,
    grantsBack: grantsBack.filter(({ kind }) => !POINTS.includes(kind)).map((grant) => ({ ...grant })),
    explanation: sentencesOf(reckoned),
  }
}
