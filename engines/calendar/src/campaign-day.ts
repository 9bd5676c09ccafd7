import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { Occasion, OccasionRule, Phase } from './occasions/occasion.ts'
import { occasionsBetween } from './occasions/occasions-between.ts'

/** A day's place in a campaign: D−7 is `offset` −7, the main day 0. */
export type CampaignDay = { occasion: Occasion; offset: number; phase: Phase }

const place = (occasion: Occasion, day: BusinessDay): CampaignDay | null => {
  const phase = occasion.phases.find((p) => p.from <= day && day < p.to)
  return phase ? { occasion, offset: daysBetween(occasion.mainDay, day), phase: phase.phase } : null
}

/** Heavier occasions first, then the nearer main day: the one that moves sales names the day. */
const byPull = (a: CampaignDay, b: CampaignDay): number =>
  b.occasion.weight - a.occasion.weight || Math.abs(a.offset) - Math.abs(b.offset)

function among(occasions: readonly Occasion[], day: BusinessDay): CampaignDay | null {
  const places = occasions.map((o) => place(o, day)).filter((p) => p !== null)
  return places.sort(byPull)[0] ?? null
}

/**
 * Which campaign a day belongs to, and where in it; null on an ordinary day.
 * @example campaignDay(parseDay('2026-11-10')) // { occasion: { id: 'double11', … }, offset: -1, phase: 'burst' }
 */
export function campaignDay(day: BusinessDay, rules?: readonly OccasionRule[]): CampaignDay | null {
  return among(occasionsBetween(day, addDays(day, 1), rules), day)
}

/** Every campaign day in `[from, to)`, in order. */
export function campaignDaysBetween(
  from: BusinessDay,
  to: BusinessDay,
  rules?: readonly OccasionRule[],
): (CampaignDay & { day: BusinessDay })[] {
  const occasions = occasionsBetween(from, to, rules)
  const days: (CampaignDay & { day: BusinessDay })[] = []
  for (let day = from; day < to; day = addDays(day, 1)) {
    const found = among(occasions, day)
    if (found) days.push({ ...found, day })
  }
  return days
}

/** The days in `[from, to)` on which promotional prices hold: burst and closing of any occasion, in order. */
export function promoDaysBetween(from: BusinessDay, to: BusinessDay, rules?: readonly OccasionRule[]): BusinessDay[] {
  const days = new Set<BusinessDay>()
  for (const { phases } of occasionsBetween(from, to, rules))
    for (const span of phases) {
      if (span.phase === 'preheat') continue
      for (let day = span.from; day < span.to; day = addDays(day, 1)) if (from <= day && day < to) days.add(day)
    }
  return [...days].sort()
}

/** True in the burst and closing of any occasion: when promotional prices hold. Pre-heat days are ordinary days. */
export const isPromoDay = (day: BusinessDay, rules?: readonly OccasionRule[]): boolean =>
  promoDaysBetween(day, addDays(day, 1), rules).length > 0

/** `D-7`, `D0`, `D+3`. */
export const campaignDayLabel = (offset: number): string => (offset > 0 ? `D+${offset}` : `D${offset}`)
