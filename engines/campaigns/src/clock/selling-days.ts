import type { BusinessDay } from '@zhanggui/kernel'
import type { PhaseWindow } from '../phases/phase.ts'

const SELLING = new Set(['burst', 'closing'])

/** The days on which a campaign's prices hold, from its first burst to the end of its closing; half-open. Null without a burst. */
export function sellingDays(windows: readonly PhaseWindow[]): { from: BusinessDay; to: BusinessDay } | null {
  const selling = windows.filter(({ phase }) => SELLING.has(phase))
  const [first, last] = [selling[0], selling.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}
