import { assert } from '@zhanggui/kernel'

export type SetGood = { unitCents: number; costCents: number | null }

/** A set at a price of its own and what it does to the margin, fen; null where a cost is not known. */
export type SetProposal = {
  sumCents: number
  priceCents: number
  cutCents: number
  marginCents: number | null
  /** What is given away to buyers who would have bought both anyway, at the sales of the range. */
  givenAwayCents: number
  /** Further sets that have to be sold until the margin is what it was; null where no number is enough. */
  breakEvenSets: number | null
}

/** Prices of sets are whole yuan: the odd fen of a share would look like a slip. */
const YUAN = 100

/**
 * A price for two goods together: `cutBp` off their sum, down to whole yuan, but never below `leastMarginBp` over what they cost.
 * No answer of buyers is made up: it says what is surely given away, and how many more sets would pay for it.
 * Errors: throws for a share outside 0–10,000 basis points.
 */
export function proposeSet(
  goods: readonly SetGood[],
  { cutBp, leastMarginBp, together }: { cutBp: number; leastMarginBp: number; together: number },
): SetProposal {
  assert(cutBp >= 0 && cutBp <= 10_000 && leastMarginBp >= 0 && leastMarginBp < 10_000, 'shares are basis points')
  const sumCents = goods.reduce((sum, { unitCents }) => sum + unitCents, 0)
  const costCents = goods.reduce<number | null>(
    (sum, good) => (sum === null || good.costCents === null ? null : sum + good.costCents),
    0,
  )
  const wanted = Math.floor((sumCents * (10_000 - cutBp)) / 10_000 / YUAN) * YUAN
  const least = costCents === null ? 0 : Math.ceil((costCents * 10_000) / (10_000 - leastMarginBp) / YUAN) * YUAN
  const priceCents = Math.min(sumCents, Math.max(wanted, least))
  const cutCents = sumCents - priceCents
  const marginCents = costCents === null ? null : priceCents - costCents
  const givenAwayCents = cutCents * together
  const breakEvenSets = marginCents === null || marginCents <= 0 ? null : Math.ceil(givenAwayCents / marginCents)
  return { sumCents, priceCents, cutCents, marginCents, givenAwayCents, breakEvenSets }
}
