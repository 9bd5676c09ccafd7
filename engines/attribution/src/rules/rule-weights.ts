/** Rules that share a conversion out by the place of a touch on the way, whatever the channel. */
export const RULES = ['last', 'first', 'linear', 'timeDecay', 'position'] as const
export type Rule = (typeof RULES)[number]

export type RuleSettings = {
  /** A touch this many days older counts half. */
  halfLifeDays: number
  /** What the first and the last touch each get; what is left is shared by those between. */
  endShare: number
}

/** Seven days and 40–20–40: the defaults of the web analytics that made these rules common (Google Analytics, until 2023). */
export const RULE_SETTINGS: RuleSettings = { halfLifeDays: 7, endShare: 0.4 }

function positionWeights(count: number, endShare: number): number[] {
  if (count === 1) return [1]
  if (count === 2) return [0.5, 0.5]
  const between = (1 - 2 * endShare) / (count - 2)
  return Array.from({ length: count }, (_, i) => (i === 0 || i === count - 1 ? endShare : between))
}

function decayWeights(ages: readonly number[], halfLifeDays: number): number[] {
  // Against the youngest touch, so that a very old journey does not vanish in rounding.
  const youngest = Math.min(...ages)
  const raw = ages.map((age) => 2 ** (-(age - youngest) / halfLifeDays))
  const sum = raw.reduce((a, b) => a + b, 0)
  return raw.map((weight) => weight / sum)
}

/**
 * What each touch of one journey gets of its conversion. Shape: one weight a touch, oldest first; they add up to 1.
 * @example ruleWeights('position', [20, 9, 4, 1], RULE_SETTINGS) // [0.4, 0.1, 0.1, 0.4]
 */
export function ruleWeights(rule: Rule, ages: readonly number[], settings: RuleSettings): number[] {
  const count = ages.length
  switch (rule) {
    case 'last':
      return ages.map((_, i) => (i === count - 1 ? 1 : 0))
    case 'first':
      return ages.map((_, i) => (i === 0 ? 1 : 0))
    case 'linear':
      return ages.map(() => 1 / count)
    case 'timeDecay':
      return decayWeights(ages, settings.halfLifeDays)
    case 'position':
      return positionWeights(count, settings.endShare)
  }
}
