import type { MeasuredEffect } from '../effects/before-after.ts'

export type EffectVerdict = 'reached' | 'works' | 'unproven' | 'harms' | 'tooEarly' | 'unknown'

/** A week holds every day of the week once. */
const AFTER_DAYS_MIN = 7

/**
 * What a measured effect says (P3.26): it works when its 95 % bounds lie above zero, and has reached its aim when the share does.
 * A change that could be chance is unproven, whatever it looks like.
 */
export function judgeEffect(
  { effect, low, high, share }: MeasuredEffect,
  { afterDays, target }: { afterDays: number; target: number | null },
): EffectVerdict {
  if (afterDays < AFTER_DAYS_MIN) return 'tooEarly'
  if (effect === null || low === null || high === null) return 'unknown'
  if (high < 0) return 'harms'
  if (low <= 0) return 'unproven'
  return target !== null && share !== null && share >= target ? 'reached' : 'works'
}
