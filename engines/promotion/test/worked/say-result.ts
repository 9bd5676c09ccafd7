import type { Granted, Outcome, PricedCart } from '../../src/index.ts'

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

function sayGrant(grant: Granted): string {
  switch (grant.kind) {
    case 'gift':
      return `赠${grant.skuId}=${grant.units}`
    case 'giftChoice':
      return `选${grant.poolId}=${grant.units}(${grant.skuIds.join('/')})`
    case 'points':
      return `积分=${grant.points}`
    case 'pointsUsed':
      return `用积分=${grant.points}`
    case 'card':
      return `卡=${yuan(grant.cents)}@${grant.afterDays}`
    case 'coupon':
      return `券${grant.couponRuleId}=${grant.count}`
    case 'draw':
      return `抽${grant.poolId}=${grant.draws}`
    case 'deposit':
      return `定金${grant.lineId}=${yuan(grant.depositCents)}抵${yuan(grant.countsAsCents)}`
    case 'donation':
      return `捐${grant.to}=${yuan(grant.cents)}`
    case 'sellerCost':
      return `费=${yuan(grant.cents)}`
    case 'delivery':
      return `送货${grant.lineId}=${grant.everyDays}天×${grant.times}`
    case 'tradeIn':
      return `旧品=${yuan(grant.estimateCents)}补${yuan(grant.subsidyCents)}`
  }
}

function sayMiss(outcome: Outcome): string {
  if (outcome.applied) return `${outcome.ruleId}=applied`
  const { shortCents, shortUnits } = outcome.next ?? {}
  const short = shortCents !== undefined ? `:${yuan(shortCents)}` : shortUnits !== undefined ? `:${shortUnits}件` : ''
  return `${outcome.ruleId}=${outcome.reason}${short}`
}

function sayPayers({ lines, shipping }: PricedCart): string[] {
  const byPayer = new Map<string, number>()
  for (const { cuts } of [...lines, ...shipping])
    for (const cut of cuts)
      for (const { payer, cents } of cut.paidBy) byPayer.set(payer, (byPayer.get(payer) ?? 0) + cents)
  return [...byPayer].map(([payer, cents]) => `${payer}=${yuan(cents)}`)
}

/** A priced cart in the words of the worked carts. Words are sorted where their order means nothing. */
export const sayResult = (priced: PricedCart): Record<string, string[]> => ({
  应付: priced.lines.map((line) => `${line.lineId}=${yuan(line.payableCents)}`),
  运费付: priced.shipping.map((fee) => `${fee.shopId}=${yuan(fee.payableCents)}`).sort(),
  合计: [yuan(priced.payableCents)],
  得: priced.grants.map(sayGrant).sort(),
  承担: sayPayers(priced).sort(),
  未用: priced.outcomes
    .filter((o) => !o.applied)
    .map(sayMiss)
    .sort(),
})

/** Amounts as they are written by hand: `0` and `12` stand for `0.00` and `12.00`. */
export const withFen = (word: string): string => word.replace(/=(\d+)$/, '=$1.00').replace(/^(\d+)$/, '$1.00')
