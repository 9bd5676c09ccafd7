import type { BusinessDay } from '@zhanggui/kernel'

/** 预热, 爆发, 收尾. Prices are promotional in burst and closing; pre-heat only gathers carts and deposits. */
export const PHASES = ['preheat', 'burst', 'closing'] as const
export type Phase = (typeof PHASES)[number]

/** Days relative to D0, both ends included: `['burst', 0, 2]` is D0, D+1 and D+2. */
export type PhaseSpan = readonly [phase: Phase, first: number, last: number]

/** When D0 falls: a Gregorian date, or days from a lunar date. */
export type OccasionAnchor =
  | { kind: 'fixed'; month: number; day: number }
  | { kind: 'lunar'; month: number; day: number; offset: number }

/** How an occasion ran from `fromYear` on, until a later pack replaces it. */
export type RulePack = { fromYear: number; phases: readonly PhaseSpan[] }

/** A platform occasion: its name, its D0 and its dated rule packs, oldest first. */
export type OccasionRule = {
  id: string
  nameZh: string
  nameEn: string
  anchor: OccasionAnchor
  /** Where two occasions overlap, the larger weight names the day. */
  weight: number
  packs: readonly RulePack[]
}

/** An occasion in one year. Phase ranges are half-open business days, in time order; a phase can come twice (two waves). */
export type Occasion = {
  id: string
  year: number
  nameZh: string
  nameEn: string
  mainDay: BusinessDay
  weight: number
  from: BusinessDay
  to: BusinessDay
  phases: readonly { phase: Phase; from: BusinessDay; to: BusinessDay }[]
}
