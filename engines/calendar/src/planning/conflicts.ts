import type { BusinessDay } from '@zhanggui/kernel'
import { compareDays, earlierDay } from '../day-order.ts'

type Spanned = { id: string; fromDay: BusinessDay; toDay: BusinessDay }

/** Two events and the days that both claim, half-open. */
export type EventConflict = { first: string; second: string; from: BusinessDay; to: BusinessDay }

/** Every pair of events that share a day, by the first shared day. */
export function eventConflicts(events: readonly Spanned[]): EventConflict[] {
  const conflicts: EventConflict[] = []
  const sorted = [...events].sort((a, b) => compareDays(a.fromDay, b.fromDay) || (a.id < b.id ? -1 : 1))
  sorted.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) {
      if (b.fromDay >= a.toDay) break
      conflicts.push({ first: a.id, second: b.id, from: b.fromDay, to: earlierDay(a.toDay, b.toDay) })
    }
  })
  return conflicts.sort((a, b) => compareDays(a.from, b.from))
}
