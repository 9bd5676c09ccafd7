import { undefinedTerms } from './terms.ts'

/** What makes a rule hard to read, and the score that comes of it: 100 is plain, 0 is a riddle. */
export type Clarity = {
  score: number
  characters: number
  conditions: number
  stackings: number
  tiers: number
  undefinedTerms: readonly string[]
}

/** What each count may be without harm, and what everything above it costs. Defaults of this project; a shop may weigh anew. */
export const CLARITY_WEIGHTS = {
  characters: { free: 80, each: 0.25 },
  conditions: { free: 2, each: 6 },
  stackings: { free: 1, each: 8 },
  tiers: { free: 2, each: 5 },
  undefinedTerms: { free: 0, each: 12 },
} as const

/**
 * Clarity of a rule text. Score = 100 − Σ each × max(0, count − free) over characters, conditions, statements about stacking,
 * tiers and terms that are used without being explained; whole, not below 0. A handwritten text is scored the same way: its
 * conditions are its sentences.
 */
export function clarityOf(said: { text: string; conditions: number; stackings: number; tiers: number }): Clarity {
  const characters = [...said.text.replace(/\s/g, '')].length
  const terms = undefinedTerms(said.text)
  const counts = {
    characters,
    conditions: said.conditions,
    stackings: said.stackings,
    tiers: said.tiers,
    undefinedTerms: terms.length,
  }
  let cost = 0
  for (const key of Object.keys(CLARITY_WEIGHTS) as (keyof typeof CLARITY_WEIGHTS)[]) {
    const { free, each } = CLARITY_WEIGHTS[key]
    cost += each * Math.max(0, counts[key] - free)
  }
  return { ...counts, undefinedTerms: terms, score: Math.max(0, Math.round(100 - cost)) }
}
