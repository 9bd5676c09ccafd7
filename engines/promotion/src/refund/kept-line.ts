import type { Cut, PaidBy, PricedLine } from '../price/priced-cart.ts'
import { firstUnits } from '../share/unit-share.ts'

/** What is left of an amount that was paid for `quantity` units, once the first `returned` of them are gone. */
export const leftOf = (amount: number, quantity: number, returned: number): number =>
  amount - firstUnits(amount, quantity, returned)

/**
 * What is left of a cut: the difference of what is left above and below it. Layers taken one after the other add up for every
 * number of units, because units are split the same way above and below (see `unitCut`).
 */
function keptCents(aboveCents: number, cutCents: number, quantity: number, returned: number): number {
  return leftOf(aboveCents, quantity, returned) - leftOf(aboveCents - cutCents, quantity, returned)
}

function keptPaidBy(cut: Cut, aboveCents: number, quantity: number, returned: number): PaidBy[] {
  let above = aboveCents
  return cut.paidBy.map(({ payer, cents }) => {
    const kept = keptCents(above, cents, quantity, returned)
    above -= cents
    return { payer, cents: kept }
  })
}

function keptCuts({ listedCents, cuts, quantity }: PricedLine, returned: number): Cut[] {
  let above = listedCents
  return cuts.map((cut) => {
    const kept = {
      ...cut,
      cents: keptCents(above, cut.cents, quantity, returned),
      paidBy: keptPaidBy(cut, above, quantity, returned),
    }
    above -= cut.cents
    return kept
  })
}

/** A line without its first `returned` units, every amount at the share of the units that stay. */
export function keptLine(line: PricedLine, returned: number): PricedLine {
  const { quantity, listedCents, activityCents, payableCents } = line
  return {
    ...line,
    quantity: quantity - returned,
    listedCents: leftOf(listedCents, quantity, returned),
    activityCents: leftOf(activityCents, quantity, returned),
    payableCents: leftOf(payableCents, quantity, returned),
    cuts: keptCuts(line, returned),
  }
}
