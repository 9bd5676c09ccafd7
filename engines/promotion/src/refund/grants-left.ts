import type { Granted } from '../price/priced-cart.ts'
import { grantAmount, grantKey, withAmount } from './grant-amount.ts'

function amountsByKey(grants: readonly Granted[]): Map<string, number> {
  const amounts = new Map<string, number>()
  for (const grant of grants) amounts.set(grantKey(grant), (amounts.get(grantKey(grant)) ?? 0) + grantAmount(grant))
  return amounts
}

/** Splits what was granted into what stays and what goes back. A return never grants anything new, so `rest` counts up to `before`. */
export function grantsLeft(before: readonly Granted[], rest: readonly Granted[]): { left: Granted[]; back: Granted[] } {
  const available = amountsByKey(rest)
  const left: Granted[] = []
  const back: Granted[] = []
  for (const grant of before) {
    const key = grantKey(grant)
    const amount = grantAmount(grant)
    const stays = Math.min(amount, available.get(key) ?? 0)
    if (stays > 0 || (amount === 0 && available.has(key))) left.push(withAmount(grant, stays))
    if (stays < amount) back.push(withAmount(grant, amount - stays))
    if (stays > 0) available.set(key, (available.get(key) ?? 0) - stays)
  }
  return { left, back }
}
