import type { CampaignSummary, PhaseWindow } from '@zhanggui/contract'
import { addDays, daysBetween } from '../../../range/day-arithmetic.ts'

export type RibbonPart = {
  phase: PhaseWindow['phase']
  wave: number
  start: number
  width: number
  from: string
  to: string
}
export type RibbonRow = { id: string; name: string; state: CampaignSummary['state']; parts: RibbonPart[] }

/** A year of campaigns: places are shares of the year's width. */
export type Ribbon = {
  year: number
  rows: RibbonRow[]
  months: { month: number; at: number }[]
  todayShare: number | null
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

/** The phases of every campaign that has a day in the year, the earliest first. */
export function ribbonOf(campaigns: readonly CampaignSummary[], year: number, today: string): Ribbon {
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`]
  const length = daysBetween(from, to)
  const share = (day: string): number => clamp(daysBetween(from, day) / length)
  const rows = campaigns
    .filter(({ windows }) => windows.some((window) => window.from < to && window.to > from))
    .toSorted((a, b) => (a.mainDay < b.mainDay ? -1 : a.mainDay > b.mainDay ? 1 : a.id < b.id ? -1 : 1))
    .map(
      ({ id, name, state, windows }): RibbonRow => ({
        id,
        name,
        state,
        parts: windows
          .filter((window) => window.from < to && window.to > from)
          .map(({ phase, wave, ...span }) => ({
            phase,
            wave,
            ...span,
            start: share(span.from),
            width: share(span.to) - share(span.from),
          })),
      }),
    )
  const months = Array.from({ length: 12 }, (_, i) => ({
    month: i + 1,
    at: share(`${year}-${String(i + 1).padStart(2, '0')}-01`),
  }))
  return { year, rows, months, todayShare: today >= from && today < to ? share(today) : null }
}

/** Years that have a campaign, with the one of today. */
export function yearsOf(campaigns: readonly CampaignSummary[], today: string): number[] {
  const years = campaigns.flatMap(({ windows }) => windows.flatMap(({ from, to }) => [from, addDays(to, -1)]))
  return [...new Set([today, ...years].map((day) => Number(day.slice(0, 4))))].toSorted((a, b) => a - b)
}
