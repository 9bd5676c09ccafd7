import { addDays, type BusinessDay } from '@zhanggui/kernel'
import { anchorDay } from './anchor-day.ts'
import type { Occasion, OccasionRule, PhaseSpan } from './occasion.ts'
import { TMALL_OCCASIONS } from './tmall-occasions.ts'

// A lunar date costs a fraction of a millisecond, and a year of days asks for the same few occasions again and again.
const known = new WeakMap<OccasionRule, Map<number, Occasion | null>>()

/** The occasion as it runs in a year; null before its first rule pack and in a year in which it does not come. */
export function occasionInYear(rule: OccasionRule, year: number): Occasion | null {
  const years = known.get(rule) ?? new Map<number, Occasion | null>()
  known.set(rule, years)
  const before = years.get(year)
  if (before !== undefined) return before
  const occasion = placeOccasion(rule, year)
  years.set(year, occasion)
  return occasion
}

type Dates = { mainDay: BusinessDay; phases: readonly PhaseSpan[] }

/** The year as stated by the shop, else by anchor and rule pack. */
function datesOf(rule: OccasionRule, year: number): Dates | null {
  const stated = rule.stated?.get(year)
  if (stated) return stated
  const pack = rule.packs.findLast((p) => p.fromYear <= year)
  const mainDay = pack ? anchorDay(rule.anchor, year) : null
  return pack && mainDay ? { mainDay, phases: pack.phases } : null
}

function placeOccasion(rule: OccasionRule, year: number): Occasion | null {
  const dates = datesOf(rule, year)
  if (!dates) return null
  const { mainDay } = dates
  const phases = dates.phases.map(([phase, first, last]) => ({
    phase,
    from: addDays(mainDay, first),
    to: addDays(mainDay, last + 1),
  }))
  const [first, last] = [phases[0], phases.at(-1)]
  if (!first || !last) return null
  const { id, nameZh, nameEn, kind, weight } = rule
  return { id, year, nameZh, nameEn, kind, mainDay, weight, from: first.from, to: last.to, phases }
}

/**
 * Occasions with at least one day in `[from, to)`, by their main day.
 * @example occasionsBetween(parseDay('2026-11-01'), parseDay('2026-12-01')).map((o) => o.id) // ['double11']
 */
export function occasionsBetween(
  from: BusinessDay,
  to: BusinessDay,
  rules: readonly OccasionRule[] = TMALL_OCCASIONS,
): Occasion[] {
  const found: Occasion[] = []
  // A lunar occasion of year y can begin in December of y − 1 or run into y + 1.
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year++)
    for (const rule of rules) {
      const occasion = occasionInYear(rule, year)
      if (occasion && occasion.from < to && occasion.to > from) found.push(occasion)
    }
  return found.sort((a, b) => (a.mainDay < b.mainDay ? -1 : a.mainDay > b.mainDay ? 1 : a.id < b.id ? -1 : 1))
}
