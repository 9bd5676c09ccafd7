export type Certainty = 'sure' | 'likely' | 'guess'

/** A header that is a known name scores 1, a synonym or near spelling less; below the lower bound a person should look. */
const BOUNDS = { sure: 0.95, likely: 0.7 } as const

/** How sure the guess of a column's field is, in words. */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= BOUNDS.sure) return 'sure'
  return confidence >= BOUNDS.likely ? 'likely' : 'guess'
}
