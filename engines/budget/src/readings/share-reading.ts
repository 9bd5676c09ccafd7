import type { BudgetKind, ShareBase } from '../budget-line.ts'

/** A line of a level whose shares do not say of what. */
export type OpenShare = { id: string; name: string; channel: string | null; kind: BudgetKind; shareBp: number }

/** One node of what a reading means. A node without `lineId` is a heading that the plan does not name. */
export type ReadingNode = {
  lineId: string | null
  name: string
  channel: string | null
  /** As the plan states it, with the base that this reading gives it; a heading takes what is left. */
  shareBp: number
  base: Extract<ShareBase, 'total' | 'parent'>
  /** Of the whole budget; `null` only where it is no whole basis point. */
  ofTotalBp: number | null
  children: readonly ReadingNode[]
}

/**
 * One way to read a set of shares. `residualBp` is what it leaves of the whole (negative: too much); a reading `fits` when no
 * level gives out more than it has. None is ever chosen for the author.
 */
export type ShareReading = {
  id: string
  nameZh: string
  nameEn: string
  nodes: readonly ReadingNode[]
  sumBp: number
  residualBp: number
  fits: boolean
}
