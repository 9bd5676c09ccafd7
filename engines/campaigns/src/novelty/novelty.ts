import { sharedShare, textSimilarity } from './similarity.ts'

/** A campaign as buyers see it: how it is played, what is sold, what the pages are made of, what is said. */
export type CampaignFace = {
  id: string
  name: string
  mechanics: readonly string[]
  itemIds: readonly string[]
  blocks: readonly string[]
  copy: string
}

export const NOVELTY_PARTS = ['mechanics', 'products', 'page', 'copy'] as const
export type NoveltyPart = (typeof NOVELTY_PARTS)[number]

/** What a buyer notices most weighs most; from `threshold` on it is the same campaign again. Starting values of this project. */
export const NOVELTY_WEIGHTS: Readonly<Record<NoveltyPart, number>> = {
  mechanics: 0.35,
  products: 0.25,
  page: 0.15,
  copy: 0.25,
}
export const NOVELTY_THRESHOLD = 0.8

/** How alike two campaigns are: 0 nothing, 1 everything. A part that neither of them has is left out, and the others weigh more. */
export type Likeness = { id: string; name: string; score: number; parts: Readonly<Record<NoveltyPart, number | null>> }

function scoreOf(parts: Readonly<Record<NoveltyPart, number | null>>): number {
  const known = NOVELTY_PARTS.flatMap((part) => {
    const value = parts[part]
    return value === null ? [] : [{ value, weight: NOVELTY_WEIGHTS[part] }]
  })
  const weight = known.reduce((sum, one) => sum + one.weight, 0)
  return weight === 0 ? 0 : known.reduce((sum, one) => sum + one.value * one.weight, 0) / weight
}

export function likenessOf(own: CampaignFace, other: CampaignFace): Likeness {
  const parts = {
    mechanics: sharedShare(own.mechanics, other.mechanics),
    products: sharedShare(own.itemIds, other.itemIds),
    page: sharedShare(own.blocks, other.blocks),
    copy: textSimilarity(own.copy, other.copy),
  }
  return { id: other.id, name: other.name, score: scoreOf(parts), parts }
}

/**
 * Whether a campaign is one of before in new clothes (同质化, P3.27): the most alike first.
 * Shape: `others` of the shop's own past and of competitors.
 */
export function checkNovelty(
  own: CampaignFace,
  others: readonly CampaignFace[],
  threshold = NOVELTY_THRESHOLD,
): { alike: Likeness[]; isCloned: boolean; threshold: number } {
  const alike = others
    .map((other) => likenessOf(own, other))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  return { alike, isCloned: (alike[0]?.score ?? 0) >= threshold, threshold }
}
