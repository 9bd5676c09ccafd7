import type { PromotionBurn } from '@zhanggui/contract'

/** Widths of the bar: shares of the budget, together never more than the whole. */
export function burnShares({ usedCents, lockedCents, budgetCents }: PromotionBurn): { used: number; locked: number } {
  if (!budgetCents) return { used: 0, locked: 0 }
  const used = Math.min(1, usedCents / budgetCents)
  return { used, locked: Math.min(1 - used, lockedCents / budgetCents) }
}
