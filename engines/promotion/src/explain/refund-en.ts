import { costWords } from './cost-words.ts'
import { FACTS_EN } from './facts-en.ts'
import type { RefundTexts } from './texts.ts'
import { money } from './yuan.ts'

const units = (n: number): string => `${n} ${n === 1 ? 'unit' : 'units'}`

export const REFUND_EN: RefundTexts = {
  fact: {
    returned: ({ lineId, units: n, cents }) => `${units(n)} of "${lineId}" returned; ${money(cents)} was paid`,
    clawedBack: ({ lineId, cents }) => `"${lineId}" no longer earns its discount; ${money(cents)} is kept back`,
    betterOffer: ({ lineId, cents }) => `"${lineId}" now has a better offer; ${money(cents)} more comes back`,
    postageBack: ({ shopId, cents }) => `postage of shop "${shopId}" given back, ${money(cents)}`,
    postageClawedBack: ({ shopId, cents }) => `shop "${shopId}" no longer sends for nothing; postage ${money(cents)}`,
    agreed: ({ lineId, cents }) => `"${lineId}" stays; ${money(cents)} is given back by agreement`,
    giftCharged: ({ cents }) => `gifts kept, charged ${money(cents)}`,
    deducted: ({ cents }) => `${money(cents)} is kept back by agreement`,
    refund: ({ cents }) => `To refund ${money(cents)}`,
    uncollected: ({ cents }) =>
      `what stays would cost ${money(cents)} more; the buyer is not asked for it, the shop bears it`,
    grantBack: ({ name, grant }) => `${name}: ${REFUND_EN.grantBack[grant.kind](grant as never)}`,
    claimBack: ({ name, claimId }) => `coupon "${name}" given back (${claimId})`,
    reversed: ({ name, payer, cents }) =>
      cents > 0
        ? `${name}: ${FACTS_EN.payer[payer]} bears ${money(cents)} less`
        : `${name}: ${FACTS_EN.payer[payer]} bears ${money(-cents)} more`,
  },
  grantBack: {
    gift: ({ skuId, units: n }) => `gift ${skuId} × ${n} comes back`,
    giftChoice: ({ skuIds, units: n }) => `${units(n)} chosen as a gift come back (${skuIds.join(', ')})`,
    points: ({ points }) => `${points} points are taken back`,
    pointsUsed: ({ points }) => `${points} points are given back`,
    card: ({ cents }) => `the card of ${money(cents)} is cancelled`,
    coupon: ({ couponRuleId, count }) => `coupon ${couponRuleId} × ${count} is taken back`,
    draw: ({ draws }) => `${draws} draws are cancelled`,
    deposit: ({ depositCents }) => `of it deposit ${money(depositCents)}`,
    donation: ({ cents, to }) => `the gift of ${money(cents)} to "${to}" is reversed`,
    sellerCost: ({ cents, what }) => `the ${costWords(what).en}, ${money(cents)}, is reversed`,
    delivery: ({ times }) => `further deliveries are cancelled, ${times} in all`,
    tradeIn: ({ subsidyCents }) => `the trade-in subsidy of ${money(subsidyCents)} is taken back`,
  },
}
