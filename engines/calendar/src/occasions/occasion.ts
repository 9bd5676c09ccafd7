import type { BusinessDay } from '@zhanggui/kernel'
import type { SolarTermId } from '../solar-terms.ts'
import type { Weekday } from '../weekday.ts'

/** 预热, 爆发, 收尾. Prices are promotional in burst and closing; pre-heat only gathers carts and deposits. */
export const PHASES = ['preheat', 'burst', 'closing'] as const
export type Phase = (typeof PHASES)[number]

/** Days relative to D0, both ends included: `['burst', 0, 2]` is D0, D+1 and D+2. */
export type PhaseSpan = readonly [phase: Phase, first: number, last: number]

/** When D0 falls: a Gregorian date, a floating weekday, days from a lunar date or a solar term, or one day in one year. */
export type OccasionAnchor =
  | { kind: 'fixed'; month: number; day: number }
  | { kind: 'weekday'; month: number; weekday: Weekday; nth: number; offset: number }
  | { kind: 'lunar'; month: number; day: number; offset: number }
  | { kind: 'solarTerm'; term: SolarTermId; offset: number }
  | { kind: 'once'; day: BusinessDay }

/** How an occasion ran from `fromYear` on, until a later pack replaces it. */
export type RulePack = { fromYear: number; phases: readonly PhaseSpan[] }

/** What stands behind an occasion; the same words as a plan's events use. */
export const OCCASION_KINDS = ['platform', 'shop', 'theme', 'categoryDay', 'season'] as const
export type OccasionKind = (typeof OCCASION_KINDS)[number]

/** An occasion: its name, its D0 and its dated rule packs, oldest first. */
export type OccasionRule = {
  id: string
  nameZh: string
  nameEn: string
  kind: OccasionKind
  /** Other words that plans write for it, to find its dates by name. */
  aliases?: readonly string[]
  anchor: OccasionAnchor
  /** Where two occasions overlap, the larger weight names the day. */
  weight: number
  packs: readonly RulePack[]
  /** Single years as the shop states them; they win over anchor and packs. */
  stated?: ReadonlyMap<number, { mainDay: BusinessDay; phases: readonly PhaseSpan[] }>
}

/** An occasion in one year. Phase ranges are half-open business days, in time order; a phase can come twice (two waves). */
export type Occasion = {
  id: string
  year: number
  nameZh: string
  nameEn: string
  kind: OccasionKind
  mainDay: BusinessDay
  weight: number
  from: BusinessDay
  to: BusinessDay
  phases: readonly { phase: Phase; from: BusinessDay; to: BusinessDay }[]
}
