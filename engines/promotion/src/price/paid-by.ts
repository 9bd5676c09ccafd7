import type { PayerShare } from '../rules/rule.ts'
import { prorate } from '../share/prorate.ts'
import type { PaidBy } from './priced-cart.ts'

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
