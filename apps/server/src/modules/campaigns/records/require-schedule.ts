import { checkPhases, isBrokenSchedule, sayPhaseFinding } from '@zhanggui/campaigns'
import type { PhaseWindow } from '@zhanggui/contract'
import { windowsOf } from './plan-of.ts'
import { refusedFor } from './refusals.ts'

/** Errors: throws `campaign_invalid` for phases that leave a moment without a phase, or with two. */
export function requireWholeSchedule(windows: readonly PhaseWindow[]): void {
  const broken = checkPhases(windowsOf({ windows: [...windows] })).filter(isBrokenSchedule)
  if (broken.length > 0) throw refusedFor('campaign_invalid', broken.map(sayPhaseFinding))
}
