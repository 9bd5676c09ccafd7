import { addDays, allocate, type BusinessDay, type Cents, daysBetween } from '@zhanggui/kernel'
import type { PhaseWindow } from '../phases/phase.ts'
import { sellingDays } from './selling-days.ts'

const bursts = (windows: readonly PhaseWindow[], day: BusinessDay): boolean =>
  windows.some(({ phase, from, to }) => phase === 'burst' && from <= day && day < to)

/**
 * A campaign's target by selling day: by what the days of last time brought (`soldOn`, any unit), else evenly over the burst days.
 * The days add up to the target to the fen. Shape: nothing without a burst.
 */
export function dayTargets(
  windows: readonly PhaseWindow[],
  { targetCents, soldOn }: { targetCents: Cents; soldOn(day: BusinessDay): number },
): Map<BusinessDay, Cents> {
  const range = sellingDays(windows)
  if (!range) return new Map()
  const days = Array.from({ length: daysBetween(range.from, range.to) }, (_, i) => addDays(range.from, i))
  const sold = days.map((day) => Math.max(0, Math.round(soldOn(day))))
  const even = days.map((day) => Number(bursts(windows, day)))
  const parts = allocate(targetCents, sold.some((n) => n > 0) ? sold : even)
  return new Map(parts.map((part, i) => [addDays(range.from, i), part]))
}
