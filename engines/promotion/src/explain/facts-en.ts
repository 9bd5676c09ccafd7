import { costWords } from './cost-words.ts'
import type { FactOf } from './fact.ts'
import { shanghaiTime } from './shanghai-time.ts'
import { shareSign } from './share-sign.ts'
import type { FactTexts } from './texts.ts'
import { money, yuan } from './yuan.ts'

const to = ({ next }: FactOf<'missed'>): string => {
  const { shortCents, shortUnits, cutCents } = next ?? {}
  const gain = cutCents === undefined ? 'for it to hold' : `to save ${money(cutCents)}`
  if (shortCents !== undefined) return `${money(shortCents)} short; add as much ${gain}`
  if (shortUnits !== undefined) return `${units(shortUnits)} short; add as many ${gain}`
  return ''
}
const units = (n: number): string => `${n} ${n === 1 ? 'unit' : 'units'}`
const orTo = (fact: FactOf<'missed'>, otherwise: string): string => to(fact) || otherwise

/** Two coupons of one rule, or a rival that a group took first, or as the one that saves most. */
const rivalTaken = ({ ruleId, by }: FactOf<'missed'>): string => {
  if (by?.ruleId === ruleId) return 'one coupon of a kind can be used for an order; another one was'
  const how = by?.choose === 'first' ? 'the first of them was taken' : 'the one that saves most was taken'
  return `only one offer of this kind can be used; ${how}: "${by?.name ?? 'another one'}"`
}

export const FACTS_EN: FactTexts = {
  payer: {
    shop: 'the shop',
    platform: 'the platform',
    brand: 'the brand',
    bank: 'the bank',
    partner: 'a partner',
    government: 'a public subsidy',
  },
  fact: {
    listed: ({ unitCents, quantity, cents }) => `Listed ${yuan(unitCents)} × ${quantity} = ${yuan(cents)}`,
    cut: (fact) => `${fact.name}: ${FACTS_EN.cutWay[fact.way](fact)}`,
    payable: ({ cents, cuts }) => (cuts === 0 ? `No discount; to pay ${money(cents)}` : `To pay ${money(cents)}`),
    fee: ({ shopId, cents }) => `Postage of shop "${shopId}" ${money(cents)}`,
    feeCut: ({ name, cents }) => `${name}: ${yuan(cents)} off the postage`,
    feePayable: ({ shopId, cents }) => `Postage of shop "${shopId}" to pay ${money(cents)}`,
    missed: (fact) => `${fact.name}: ${FACTS_EN.reason[fact.reason](fact)}`,
    nextTier: ({ name, next: { shortCents, shortUnits, cutCents } }) => {
      const short = shortCents === undefined ? units(shortUnits ?? 0) : money(shortCents)
      return `${name}: ${short} more ${cutCents === undefined ? 'for the next tier' : `to save ${money(cutCents)} in all`}`
    },
    granted: ({ name, grant }) => `${name}: ${(FACTS_EN.grant[grant.kind] as (g: typeof grant) => string)(grant)}`,
    borne: ({ payer, cents }) => `${money(cents)} of the discount is borne by ${FACTS_EN.payer[payer]}`,
    total: ({ listedCents, cutCents, shippingCents, payableCents }) =>
      `Goods ${yuan(listedCents)} − discount ${yuan(cutCents)} + postage ${yuan(shippingCents)} = ${money(payableCents)}`,
  },
  cutWay: {
    share: (fact) =>
      `this line ${yuan(fact.beforeCents)} ÷ ${yuan(fact.beforeSum)} × ${yuan(fact.cutSum)} ${shareSign(fact)} ${yuan(fact.cents)}`,
    filled: ({ cutSum, cents }) =>
      `${yuan(cutSum)} off in all; a line could give no more, so the others give more in proportion, this one ${yuan(cents)}`,
    alone: ({ beforeCents, cents }) => `${yuan(beforeCents)} − ${yuan(cents)} = ${yuan(beforeCents - cents)}`,
    own: ({ detail, beforeCents, cents }) =>
      detail
        ? `${detail.en}, ${yuan(cents)} off`
        : `${yuan(beforeCents)} − ${yuan(cents)} = ${yuan(beforeCents - cents)}`,
  },
  grant: {
    gift: ({ skuId, units: n }) => `gift ${skuId} × ${n}`,
    giftChoice: ({ skuIds, units: n }) => `choose ${units(n)} as a gift: ${skuIds.join(', ')}`,
    points: ({ points }) => `${points} points earned`,
    pointsUsed: ({ points }) => `${points} points used`,
    card: ({ cents, afterDays }) => `a card of ${money(cents)}, ${afterDays} days after receipt`,
    coupon: ({ couponRuleId, count }) => `coupon ${couponRuleId} × ${count}`,
    draw: ({ draws, boxes, poolId }) => `${boxes} boxes, ${draws} draws from "${poolId}"`,
    deposit: ({ depositCents, countsAsCents, balanceFrom, balanceUntil }) =>
      `the deposit of ${money(depositCents)} counts as ${money(countsAsCents)}; pay the balance from ${shanghaiTime(balanceFrom)} until ${shanghaiTime(balanceUntil)} (Beijing time)`,
    donation: ({ cents, to: receiver }) => `the shop gives ${money(cents)} to "${receiver}"`,
    sellerCost: ({ cents, what }) => `the shop also bears the ${costWords(what).en}, ${money(cents)}`,
    delivery: ({ everyDays, times }) => `delivered every ${everyDays} days, ${times} times`,
    tradeIn: ({ estimateCents, subsidyCents }) =>
      `the old thing is worth ${money(estimateCents)}, with ${money(subsidyCents)} on top`,
  },
  reason: {
    stopped: () => 'the promotion was stopped; there is nothing to do',
    not_started: () => 'not open yet; order once it has started',
    ended: () => 'the promotion is over',
    not_this_channel: () => 'not valid in this channel; order where it is offered',
    not_this_region: () => 'not valid for this region; choose another address',
    not_this_payment: () => 'not valid with this payment; choose another method',
    only_new_buyers: () => 'for new buyers only',
    not_new_buyers: () => 'for returning buyers only',
    tier_too_low: () => 'the member tier is too low; it opens with a higher one',
    used_up_by_buyer: () => 'you have used it as often as it may be used',
    not_claimed: () => 'not claimed yet; claim it first',
    no_ticket: () => 'join the group, finish the bargain or pay the deposit first',
    no_goods: () => 'nothing in the cart takes part; add goods of the promotion',
    blocked: ({ by }) => `cannot be combined with "${by?.name ?? 'another offer'}"`,
    above_limit: () => 'the amount is above the most for this; order in parts or pay another way',
    below_threshold: (fact) => orTo(fact, 'the amount is below the threshold; add more'),
    too_few_units: (fact) => orTo(fact, 'too few units; add more'),
    parts_missing: (fact) => orTo(fact, 'the bundle is not complete; add what is missing'),
    unit_limit_reached: () => 'the limit of units is reached; further units cost the usual price',
    no_cheaper: () => 'the price is already as low as the offer',
    nothing_asked: () => 'not asked for; choose it to use it',
    not_enough_points: (fact) => orTo(fact, 'not enough points'),
    no_points_earned: () => 'this order earns no points to multiply',
    gift_out_of_stock: () => 'the gifts have run out',
    no_fee: () => 'there is no postage to take off',
    nothing_left: () => 'there is nothing left to take off (paid in full by others, or at the lowest price)',
    better_in_group: (fact) => rivalTaken(fact),
  },
}
