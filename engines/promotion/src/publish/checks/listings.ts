import type { Finding } from '../finding.ts'
import { makeFinding } from '../make-finding.ts'
import { type PriceDay, type PublishCase, type PublishGood, settingsOf } from '../publish-case.ts'

/** The middle value; of an even number the lower of the two in the middle. */
function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

function outlier(good: PublishGood, days: readonly PriceDay[], times: number): Finding[] {
  const medianCents = medianOf(days.map(({ listedCents }) => listedCents))
  const { skuId, unitCents } = good
  if (medianCents === undefined) return []
  if (unitCents * times >= medianCents && unitCents <= medianCents * times) return []
  return [makeFinding('outlier_price', [], { skuId, unitCents, medianCents, days: days.length })]
}

/** Listed prices that look like slips: next to nothing, or far from what the SKU was listed at before. */
export function checkListings(publish: PublishCase): Finding[] {
  const { leastListingCents, outlierTimes } = settingsOf(publish)
  const bySku = Map.groupBy(publish.prices ?? [], ({ skuId }) => skuId)
  return publish.goods.flatMap((good) => {
    const { skuId, unitCents } = good
    if (unitCents < leastListingCents)
      return [makeFinding('nearly_free_listing', [], { skuId, unitCents, leastCents: leastListingCents })]
    return outlier(good, bySku.get(skuId) ?? [], outlierTimes)
  })
}
