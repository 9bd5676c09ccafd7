import type { CheckCac } from '@zhanggui/contract'

/** What is typed about winning buyers and keeping them; amounts in fen. */
export type AcquisitionDraft = {
  newBuyers: number
  costs: readonly { key: number; name: string; cents: number }[]
  retentionOrders: number
  retentionCents: number
  /** 0: not known; the plan's own ceiling is then used. */
  industryMeanCents: number
  shareBp: number
}

/** The question that a draft asks; null while nothing is spent on anybody. */
export function checkOf(draft: AcquisitionDraft): CheckCac | null {
  const costs = draft.costs.filter((c) => c.name.trim() !== '' && c.cents > 0)
  if (costs.length === 0 || draft.newBuyers === 0) return null
  const { retentionCents, retentionOrders, industryMeanCents, shareBp } = draft
  return {
    newBuyers: draft.newBuyers,
    costs: costs.map(({ name, cents }) => ({ name: name.trim(), cents })),
    ...(industryMeanCents > 0 ? { industry: { meanCents: industryMeanCents, shareBp } } : {}),
    ...(retentionCents > 0 ? { retention: { orders: retentionOrders, cents: retentionCents } } : {}),
  }
}
