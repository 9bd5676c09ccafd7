import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import { dayOfLunar } from './lunar-date.ts'
import type { Occasion, OccasionAnchor, OccasionRule } from './occasion.ts'
import { TMALL_OCCASIONS } from './tmall-occasions.ts'

const two = (n: number): string => String(n).padStart(2, '0')

function anchorDay(anchor: OccasionAnchor, year: number): BusinessDay {
  if (anchor.kind === 'fixed') return parseDay(`${year}-${two(anchor.month)}-${two(anchor.day)}`)
  return addDays(dayOfLunar({ year, month: anchor.month, day: anchor.day }), anchor.offset)
}

// A lunar date costs a fraction of a millisecond, and a year of days asks for the same few occasions again and again.
const known = new WeakMap<OccasionRule, Map<number, Occasion | null>>()

/** The occasion as it runs in a year; null before its first rule pack. */
export function occasionInYear(rule: OccasionRule, year: number): Occasion | null {
  const years = known.get(rule) ?? new Map<number, Occasion | null>()
  known.set(rule, years)
  const before = years.get(year)
  if (before !== undefined) return before
  const occasion = placeOccasion(rule, year)
  years.set(year, occasion)
  return occasion
}

function placeOccasion(rule: OccasionRule, year: number): Occasion | null {
  const pack = rule.packs.findLast((p) => p.fromYear <= year)
  if (!pack) return null
  const mainDay = anchorDay(rule.anchor, year)
  const phases = pack.phases.map(([phase, first, last]) => ({
    phase,
    from: addDays(mainDay, first),
    to: addDays(mainDay, last + 1),
  }))
  const [first, last] = [phases[0], phases.at(-1)]
  if (!first || !last) return null
  const { id, nameZh, nameEn, weight } = rule
  return { id, year, nameZh, nameEn, mainDay, weight, from: first.from, to: last.to, phases }
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
  // A lunar occasion of year y + 1 can begin in December of y.
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)) + 1; year++)
    for (const rule of rules) {
      const occasion = occasionInYear(rule, year)
      if (occasion && occasion.from < to && occasion.to > from) found.push(occasion)
    }
  return found.sort((a, b) => (a.mainDay < b.mainDay ? -1 : a.mainDay > b.mainDay ? 1 : a.id < b.id ? -1 : 1))
}
