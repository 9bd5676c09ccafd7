import { type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { lunarDateOf } from '../lunar-date.ts'
import type { OccasionAnchor, OccasionKind, OccasionRule, PhaseSpan } from './occasion.ts'

/** `once` in its own year, `yearly` on the same date, `lunar` on the same lunar date each year. */
export const RECURRENCES = ['once', 'yearly', 'lunar'] as const
export type Recurrence = (typeof RECURRENCES)[number]

/**
 * An occasion as a shop states it. Both ends of the burst count; days before it down to `preheatFrom` are pre-heat, days
 * after it up to `closingTo` are closing. With `replaces` it states a platform occasion's dates in the year of its main day.
 */
export type ShopOccasion = {
  id: string
  nameZh: string
  nameEn: string
  kind: OccasionKind
  mainDay: BusinessDay
  burstFrom: BusinessDay
  burstTo: BusinessDay
  preheatFrom: BusinessDay | null
  closingTo: BusinessDay | null
  recurs: Recurrence
  replaces: string | null
  weight: number
}

/** The phases of a stated occasion as offsets from its main day. */
function phasesOf(stated: ShopOccasion): PhaseSpan[] {
  const offset = (day: BusinessDay): number => daysBetween(stated.mainDay, day)
  const [first, last] = [offset(stated.burstFrom), offset(stated.burstTo)]
  const spans: PhaseSpan[] = [['burst', first, last]]
  if (stated.preheatFrom && offset(stated.preheatFrom) < first)
    spans.unshift(['preheat', offset(stated.preheatFrom), first - 1])
  if (stated.closingTo && offset(stated.closingTo) > last) spans.push(['closing', last + 1, offset(stated.closingTo)])
  return spans
}

function anchorOf({ mainDay, recurs }: ShopOccasion): OccasionAnchor {
  if (recurs === 'once') return { kind: 'once', day: mainDay }
  const [, month, day] = mainDay.split('-').map(Number) as [number, number, number]
  if (recurs === 'yearly') return { kind: 'fixed', month, day }
  // A leap month comes back in some years only; the ordinary month of the same number comes every year.
  const lunar = lunarDateOf(mainDay)
  return { kind: 'lunar', month: Math.abs(lunar.month), day: lunar.day, offset: 0 }
}

/** The Gregorian year for `once` and `yearly`; the lunar year for a lunar date. */
const firstYear = ({ mainDay, recurs }: ShopOccasion): number =>
  recurs === 'lunar' ? lunarDateOf(mainDay).year : Number(mainDay.slice(0, 4))

/** A shop's own occasion as a rule like the platform's. */
export function shopOccasionRule(stated: ShopOccasion): OccasionRule {
  const { id, nameZh, nameEn, kind, weight } = stated
  const packs = [{ fromYear: firstYear(stated), phases: phasesOf(stated) }]
  return { id, nameZh, nameEn, kind, weight, anchor: anchorOf(stated), packs }
}

/** The platform's rule with the years that the shop states differently. */
function restate(rule: OccasionRule, stated: readonly ShopOccasion[]): OccasionRule {
  const mine = stated.filter(({ replaces }) => replaces === rule.id)
  if (mine.length === 0) return rule
  const years = mine.map((s) => [lunarYearOf(rule, s.mainDay), { mainDay: s.mainDay, phases: phasesOf(s) }] as const)
  return { ...rule, stated: new Map([...(rule.stated ?? []), ...years]) }
}

/** A lunar occasion belongs to its lunar year: year goods sold in December 2022 are those of 2023. */
function lunarYearOf(rule: OccasionRule, mainDay: BusinessDay): number {
  const year = Number(mainDay.slice(0, 4))
  return rule.anchor.kind === 'lunar' && rule.anchor.month === 1 && mainDay.slice(5, 7) === '12' ? year + 1 : year
}

/**
 * The occasions that count for a shop: the platform's with the shop's dates in place, then the shop's own.
 * @example shopRules(TMALL_OCCASIONS, []) // the platform's, unchanged
 */
export function shopRules(platform: readonly OccasionRule[], stated: readonly ShopOccasion[]): readonly OccasionRule[] {
  if (stated.length === 0) return platform
  const own = stated.filter(({ replaces }) => replaces === null).map(shopOccasionRule)
  return [...platform.map((rule) => restate(rule, stated)), ...own]
}
