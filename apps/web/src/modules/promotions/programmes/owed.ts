import type { ProgrammeBalance } from '@zhanggui/contract'

/** What the shop owes to parties and what they owe, each side by itself: one party's debt does not pay another's claim. */
export function owedOf(balances: readonly ProgrammeBalance[]): { owedCents: number; owesCents: number } {
  const parties = balances.filter(({ party }) => party !== null)
  const sum = (side: (cents: number) => number) =>
    parties.reduce((total, { cents }) => total + Math.max(0, side(cents)), 0)
  return { owedCents: sum((cents) => -cents), owesCents: sum((cents) => cents) }
}
