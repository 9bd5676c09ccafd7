import { campaignDay, campaignDayLabel } from '@zhanggui/calendar'
import type { LiveOccasion } from '@zhanggui/contract'
import { dayStart } from '../minutes/wall-minute.ts'
import type { BoardClock } from './board-clock.ts'
import type { Subject } from './subject.ts'

/** The campaign that the calendar has on this day, its phase and when the phase ends. */
export function dayOccasion({ store, occasions }: Subject, clock: BoardClock): LiveOccasion | null {
  const found = campaignDay(clock.day, occasions)
  if (!found) return null
  const { occasion, offset, phase } = found
  const index = occasion.phases.findIndex((p) => p.phase === phase && p.from <= clock.day && clock.day < p.to)
  const span = occasion.phases[index]
  return {
    id: occasion.id,
    nameZh: occasion.nameZh,
    nameEn: occasion.nameEn,
    label: campaignDayLabel(offset),
    phase,
    phaseEndsAt: span ? dayStart(span.to, store.timezone).toISOString() : clock.end.toISOString(),
    nextPhase: occasion.phases[index + 1]?.phase ?? null,
  }
}
