import type { CandidateFit } from '../candidate.ts'
import { naiveScale } from '../measures/accuracy.ts'
import type { History } from '../series/prepare-history.ts'
import { heldOut } from './back-test.ts'
import type { Origins } from './rolling-origins.ts'

export type Scales = { absolute: number | null; squared: number | null }
export type Score = { mase: number | null; rmsse: number | null; origins: number }

/** Season of the scale: the history's own where it spans more than one, else 1. */
export const scaleSeason = (history: History): number => (history.values.length > history.season ? history.season : 1)

/** Mean seasonal-naive errors of the part that every origin can see, so that no scale looks ahead. */
export function scalesOf(history: History, origins: Origins): Scales {
  const visible = history.values.subarray(0, Math.min(...origins.ends))
  const season = visible.length > scaleSeason(history) ? scaleSeason(history) : 1
  return { absolute: naiveScale(visible, season, 1), squared: naiveScale(visible, season, 2) }
}

/** Mean MASE and RMSSE over the origins that have a fit and a known held-out value. */
export function scoreFits(
  fits: readonly (CandidateFit | null)[],
  { history, origins, scales }: { history: History; origins: Origins; scales: Scales },
): Score {
  let [absolute, root, count] = [0, 0, 0]
  for (const [k, fit] of fits.entries()) {
    if (!fit) continue
    const actual = heldOut(history, origins.ends[k] as number, origins.horizon)
    let [sum, squares, known] = [0, 0, 0]
    for (let h = 0; h < actual.length; h++) {
      const error = (actual[h] as number) - (fit.mean[h] as number)
      if (Number.isNaN(error)) continue
      sum += Math.abs(error)
      squares += error * error
      known++
    }
    if (known === 0) continue
    absolute += sum / known
    root += Math.sqrt(squares / known)
    count++
  }
  if (count === 0) return { mase: null, rmsse: null, origins: 0 }
  return {
    mase: scales.absolute === null ? null : absolute / count / scales.absolute,
    rmsse: scales.squared === null ? null : root / count / Math.sqrt(scales.squared),
    origins: count,
  }
}
