/** A past order under a scorecard. `fraud` null: nobody knows yet. */
export type PreviewedOrder = { score: number; cents: number; fraud: boolean | null }

type Tally = { orders: number; cents: number }

/** What two thresholds would have done to the orders of the past; `missed` are frauds that were let through. Money in minor units. */
export type ThresholdPreview = {
  orders: number
  honest: number
  honestVerified: number
  honestDenied: number
  unknown: number
  frauds: Tally
  verified: Tally
  denied: Tally
  missed: Tally
}

const add = (tally: Tally, { cents }: PreviewedOrder): Tally => ({
  orders: tally.orders + 1,
  cents: tally.cents + cents,
})

/**
 * What asking for a second check from `verifyFrom` on and refusing from `denyFrom` on would have done. Frauds that were sent to the
 * check count as caught there: whoever does not hold the buyer's phone does not pass it.
 */
export function previewThresholds(
  orders: readonly PreviewedOrder[],
  { verifyFrom, denyFrom }: { verifyFrom: number; denyFrom: number },
): ThresholdPreview {
  const none: Tally = { orders: 0, cents: 0 }
  const preview = { orders: orders.length, honest: 0, honestVerified: 0, honestDenied: 0, unknown: 0 }
  const told = { frauds: none, verified: none, denied: none, missed: none }
  for (const order of orders) {
    const verdict = order.score >= denyFrom ? 'denied' : order.score >= verifyFrom ? 'verified' : 'missed'
    if (order.fraud === null) preview.unknown++
    else if (order.fraud) {
      told.frauds = add(told.frauds, order)
      told[verdict] = add(told[verdict], order)
    } else {
      preview.honest++
      if (verdict === 'verified') preview.honestVerified++
      if (verdict === 'denied') preview.honestDenied++
    }
  }
  return { ...preview, ...told }
}
