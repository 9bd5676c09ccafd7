import { type BusinessDay, type Period, parsePeriod, periodHolds, periodOf } from '@zhanggui/kernel'
import { findOccasionByName } from './occasions/find-by-name.ts'
import type { OccasionRule } from './occasions/occasion.ts'
import { occasionInYear } from './occasions/occasions-between.ts'
import { TMALL_OCCASIONS } from './occasions/tmall-occasions.ts'

/** An event as a plan files it: under a quarter, with or without a day of its own. */
export type FiledEvent = {
  id: string
  name: string
  occasionId: string | null
  declaredQuarter: Period | null
  mainDay: BusinessDay | null
}

/** The quarter that was written and the one in which the day lies; both stay on record. */
export type QuarterCorrection = {
  eventId: string
  occasionId: string | null
  declared: Period
  corrected: Period
  mainDay: BusinessDay
}

function dayOf(event: FiledEvent, year: number, rules: readonly OccasionRule[]): [string | null, BusinessDay | null] {
  const rule = rules.find(({ id }) => id === event.occasionId) ?? findOccasionByName(event.name, rules)
  const day = event.mainDay ?? (rule ? (occasionInYear(rule, year)?.mainDay ?? null) : null)
  return [rule?.id ?? null, day]
}

/**
 * Events filed under a quarter in which their day does not lie, e.g. 618 under July–September.
 * Shape: one correction an event, in the order given. An event without a declared quarter or without a day is left alone.
 */
export function checkQuarters(
  events: readonly FiledEvent[],
  rules: readonly OccasionRule[] = TMALL_OCCASIONS,
): QuarterCorrection[] {
  return events.flatMap((event) => {
    const { declaredQuarter: declared } = event
    if (!declared) return []
    const [occasionId, mainDay] = dayOf(event, Number(declared.slice(0, 4)), rules)
    if (!mainDay || periodHolds(declared, parsePeriod(mainDay))) return []
    return [{ eventId: event.id, occasionId, declared, corrected: periodOf('quarter', mainDay), mainDay }]
  })
}

/** The events with their quarters put right, and what was changed. Nothing else of an event is touched. */
export function correctQuarters<E extends FiledEvent>(
  events: readonly E[],
  rules?: readonly OccasionRule[],
): { events: E[]; corrections: QuarterCorrection[] } {
  const corrections = checkQuarters(events, rules)
  const byEvent = new Map(corrections.map((c) => [c.eventId, c.corrected]))
  return {
    events: events.map((e) => ({ ...e, declaredQuarter: byEvent.get(e.id) ?? e.declaredQuarter })),
    corrections,
  }
}
