import type { PayerShare } from '../rules/rule.ts'
import { prorate } from '../share/prorate.ts'
import type { PaidBy } from './priced-cart.ts'

/** What others than the shop bear of a cut. */
export function borneByOthers(cents: number, payers: readonly PayerShare[]): number {
  let others = 0
  for (const part of paidByOf(cents, payers)) if (part.payer !== 'shop') others += part.cents
  return others
}

/** Splits what a rule took off a line over those who bear it, to the fen. */
export function paidByOf(cents: number, payers: readonly PayerShare[]): PaidBy[] {
  const [only] = payers
  if (payers.length === 1 && only) return [{ payer: only.payer, cents }]
  const parts: number[] = []
  prorate(
    cents,
    payers.map(({ bp }) => bp),
    parts,
  )
  return payers.map(({ payer }, i) => ({ payer, cents: parts[i] as number }))
}
