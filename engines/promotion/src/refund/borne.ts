import type { Cut } from '../price/priced-cart.ts'
import type { Borne } from './standing.ts'

const keyOf = ({ ruleId, claimId, payer, shopId }: Borne): string => [ruleId, claimId ?? '', payer, shopId].join('\n')

/** Adds up by rule, claim, bearer and shop; what comes to nothing is left out. In the order of first mention. */
export function sumBorne(entries: Iterable<Borne>): Borne[] {
  const sums = new Map<string, Borne>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const before = sums.get(key)
    sums.set(key, before ? { ...before, cents: before.cents + entry.cents } : entry)
  }
  return [...sums.values()].filter(({ cents }) => cents !== 0)
}

const borneByCut = ({ ruleId, claimId, paidBy }: Cut, shopId: string): Borne[] =>
  paidBy.map(({ payer, cents }) => ({ ruleId, ...(claimId !== undefined && { claimId }), payer, shopId, cents }))

/** Who bears the discounts of these lines or fees, to the fen. */
export const borneByCuts = (parts: readonly { shopId: string; cuts: readonly Cut[] }[]): Borne[] =>
  sumBorne(parts.flatMap(({ shopId, cuts }) => cuts.flatMap((cut) => borneByCut(cut, shopId))))

/** `before` less `after`. An entry is negative where the rest has a discount that the whole did not have. */
export const borneDifference = (before: readonly Borne[], after: readonly Borne[]): Borne[] =>
  sumBorne([...before, ...after.map((entry) => ({ ...entry, cents: -entry.cents }))])
