import type { ProblemTexts } from './texts.ts'
import { money } from './yuan.ts'

const list = (items: readonly string[]): string => items.join(', ')

export const PROBLEMS_EN: ProblemTexts = {
  cart: {
    bad_instant: ({ at }) => `"${at}" is no instant; write it like 2026-11-11T12:00:00.000Z`,
    too_many_lines: ({ lines, most }) => `the cart has ${lines} lines and may have ${most}; split the order`,
    line_twice: ({ lineId }) => `line "${lineId}" is there twice; join the two or name one otherwise`,
    bad_unit_price: ({ lineId, unitCents }) =>
      `the unit price ${unitCents} of line "${lineId}" needs to be whole fen, 0 or more`,
    bad_floor: ({ lineId, floorCents }) =>
      `the floor price ${floorCents} of line "${lineId}" needs to be whole fen, 0 or more`,
    bad_quantity: ({ lineId, quantity, most }) =>
      `the quantity ${quantity} of line "${lineId}" needs to be a whole number from 1 to ${most}`,
    amount_too_large: ({ mostCents }) => `the cart is worth more than ${money(mostCents)}; split the order`,
    bad_shipping_fee: ({ shopId, feeCents }) =>
      `the postage ${feeCents} of shop "${shopId}" needs to be whole fen, 0 or more`,
    shipping_twice: ({ shopId }) => `shop "${shopId}" has postage twice; keep one`,
    claim_twice: ({ claimId }) => `coupon "${claimId}" is there twice; keep one`,
    bad_claim_amount: ({ claimId, cents }) =>
      `the amount ${cents} of coupon "${claimId}" needs to be whole fen, 0 or more`,
    bad_ticket: ({ ruleId, field, value }) =>
      `${field} = ${value} of the ticket for "${ruleId}" needs to be a whole number, 0 or more`,
    bad_points: ({ points }) => `the points to use, ${points}, need to be a whole number, 0 or more`,
  },
  rule: {
    rule_twice: ({ ruleId }) => `rule "${ruleId}" is there twice; give one another id`,
    no_name: ({ ruleId }) => `rule "${ruleId}" has no name; give it one`,
    unknown_mechanic: ({ ruleId, mechanic, known }) =>
      `rule "${ruleId}" names the mechanic "${mechanic}", which is not known; known: ${list(known)}`,
    unknown_level: ({ ruleId, level, known }) =>
      `rule "${ruleId}" names the level "${level}", which this pipeline does not have; it has: ${list(known)}`,
    blocks_unknown_level: ({ ruleId, level, known }) =>
      `rule "${ruleId}" keeps its goods out of "${level}", which this pipeline does not have; it has: ${list(known)}`,
    bad_param: ({ ruleId, problem }) => `rule "${ruleId}": ${problem.en}`,
    bad_window: ({ ruleId, from, until }) =>
      `rule "${ruleId}" runs from ${from ?? 'ever'} until ${until ?? 'ever'}; the start comes before the end, each like 2026-11-11T12:00:00.000Z`,
    bad_payers: ({ ruleId, sumBp }) =>
      `the bearers of rule "${ruleId}" bear ${sumBp / 100}% together; make it whole basis points, 0 or more, 100% together`,
    bad_cap: ({ ruleId, maxCents }) => `the cap ${maxCents} of rule "${ruleId}" needs to be whole fen above 0`,
    bad_limit: ({ ruleId, timesPerBuyer }) =>
      `the uses per buyer, ${timesPerBuyer}, of rule "${ruleId}" need to be a whole number from 1`,
    not_per_line: ({ ruleId, group }) =>
      `rule "${ruleId}" does not work line by line and cannot stand in the group "${group}", which chooses for each line; choose another group or level`,
    same_turn: ({ ruleId, by, group }) =>
      `rules "${ruleId}" and "${by}" of the group "${group}" share a priority where both may hold; give one another priority`,
    bundle_cycle: ({ ruleId, through }) =>
      `the bundle of rule "${ruleId}" contains itself (${through.join(' → ')}); take it apart`,
  },
  refund: {
    not_these_rules: ({ paidCents, pricedCents }) =>
      `${money(paidCents)} was paid, these rules make it ${pricedCents === undefined ? 'nothing that can be worked out' : money(pricedCents)}; use the version of the rules that the order was bought under`,
    unknown_line: ({ lineId }) => `the order has no line "${lineId}"; check the id`,
    line_returned_twice: ({ lineId }) => `line "${lineId}" is there twice in one return; add the units up`,
    bad_units: ({ lineId, units }) =>
      `the units returned of line "${lineId}", ${units}, need to be a whole number above 0`,
    more_than_left: ({ lineId, units, unitsLeft }) =>
      `line "${lineId}" has ${unitsLeft} units left to return, not ${units}`,
    unknown_postage: ({ shopId }) => `shop "${shopId}" had no postage to give back`,
    postage_returned: ({ shopId }) => `the postage of shop "${shopId}" has been given back already`,
    bad_gift_value: ({ skuId, unitCents }) =>
      `the value ${unitCents} of gift "${skuId}" needs to be whole fen, 0 or more`,
    bad_gift_units: ({ skuId, units }) => `the units of gift "${skuId}", ${units}, need to be a whole number above 0`,
    gift_not_due: ({ skuId, units }) =>
      `${units} of gift "${skuId}" need not come back; take them off the gifts that are kept`,
    bad_agreed_amount: ({ cents }) => `the agreed amount ${cents} needs to be whole fen above 0`,
    agreed_above_left: ({ cents, leftCents }) =>
      `${money(cents)} were agreed, but these goods can give back ${money(leftCents)} at most; agree on less`,
    bad_deduction: ({ cents }) => `the deduction ${cents} needs to be whole fen, 0 or more`,
    deducted_above_refund: ({ cents, refundCents }) =>
      `${money(cents)} cannot be kept of a refund of ${money(refundCents)}; keep less`,
    nothing_returned: () => 'nothing is returned; name goods, postage or an agreed amount',
  },
}
