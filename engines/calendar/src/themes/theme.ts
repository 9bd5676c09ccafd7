import type { OccasionAnchor } from '../occasions/occasion.ts'
import type { BlockId } from './building-blocks.ts'

/** What a category is wanted for while a theme runs. */
export type CategoryNeed = { category: string; needZh: string; needEn: string }

/** How a theme sells: time-limited discount, spend-and-save, gifts. `figure` is a default with its source, never a rule. */
export type Mechanic = {
  id: 'timeLimitedDiscount' | 'spendAndSave' | 'gift' | 'bundle' | 'draw'
  textZh: string
  textEn: string
}

/**
 * A theme: when its season runs, what is needed then, how it sells and what members get on top.
 * `span` is from the first anchor to the day before the second; a theme without one is dated with the platform or partner.
 */
export type Theme = {
  id: string
  kind: 'season' | 'theme'
  nameZh: string
  nameEn: string
  span: { from: OccasionAnchor; to: OccasionAnchor } | null
  needs: readonly CategoryNeed[]
  mechanics: readonly Mechanic[]
  memberExtras: readonly { textZh: string; textEn: string }[]
  blocks: readonly BlockId[]
  source: string
}
