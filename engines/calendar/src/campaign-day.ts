import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { Occasion, OccasionRule, Phase } from './occasion.ts'
import { occasionsBetween } from './occasions-between.ts'

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

/** True in the burst and closing of any occasion: when promotional prices hold. Pre-heat days are ordinary days. */
export function isPromoDay(day: BusinessDay, rules?: readonly OccasionRule[]): boolean {
  return occasionsBetween(day, addDays(day, 1), rules).some((o) => {
    const phase = place(o, day)?.phase
    return phase === 'burst' || phase === 'closing'
  })
}

/** `D-7`, `D0`, `D+3`. */
export const campaignDayLabel = (offset: number): string => (offset > 0 ? `D+${offset}` : `D${offset}`)
