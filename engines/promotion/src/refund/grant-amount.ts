import type { Granted } from '../price/priced-cart.ts'

/** The figure of a grant that shrinks when goods come back: units, points, fen, draws, deliveries. */
export function grantAmount(grant: Granted): number {
  switch (grant.kind) {
    case 'gift':
    case 'giftChoice':
      return grant.units
    case 'points':
    case 'pointsUsed':
      return grant.points
    case 'card':
    case 'donation':
    case 'sellerCost':
      return grant.cents
    case 'coupon':
      return grant.count
    case 'draw':
      return grant.draws
    case 'deposit':
      return grant.depositCents
    case 'delivery':
      return grant.times
    case 'tradeIn':
      return grant.subsidyCents
  }
}

/** The same grant with another figure. */
export function withAmount(grant: Granted, amount: number): Granted {
  switch (grant.kind) {
    case 'gift':
    case 'giftChoice':
      return { ...grant, units: amount }
    case 'points':
    case 'pointsUsed':
      return { ...grant, points: amount }
    case 'card':
    case 'donation':
    case 'sellerCost':
      return { ...grant, cents: amount }
    case 'coupon':
      return { ...grant, count: amount }
    case 'draw':
      return { ...grant, draws: amount }
    case 'deposit':
      return { ...grant, depositCents: amount }
    case 'delivery':
      return { ...grant, times: amount }
    case 'tradeIn':
      return { ...grant, subsidyCents: amount }
  }
}

/** What makes two grants the same one with two figures. */
function subjectOf(grant: Granted): string {
  switch (grant.kind) {
    case 'gift':
      return `${grant.poolId ?? ''}\n${grant.skuId}`
    case 'giftChoice':
    case 'draw':
      return grant.poolId
    case 'coupon':
      return grant.couponRuleId
    case 'deposit':
    case 'delivery':
      return grant.lineId
    case 'donation':
      return grant.to
    case 'sellerCost':
      return grant.what
    case 'points':
    case 'pointsUsed':
    case 'card':
    case 'tradeIn':
      return ''
  }
}

export const grantKey = (grant: Granted): string => `${grant.kind}\n${grant.ruleId}\n${subjectOf(grant)}`
