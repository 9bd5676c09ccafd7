import type { Ask } from '../library/ask.ts'
import type { ReportPeriod } from '../library/report-period.ts'
import { say, type Telling } from '../library/telling.ts'

/** Days before and after a campaign that stand for everyday pages. */
const EVERYDAY_DAYS = 14

export const STRETCHES = ['before', 'during', 'after'] as const
export type Stretch = (typeof STRETCHES)[number]

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** One question asked of everyday pages before a campaign, of the campaign's days, and of everyday pages after it. */
export const stretchAsks = (
  { from, to }: Pick<ReportPeriod, 'from' | 'to'>,
  ask: Omit<Ask, 'from' | 'to'>,
): Record<Stretch, Ask> => ({
  before: { ...ask, from: shift(from, -EVERYDAY_DAYS), to: from },
  during: { ...ask, from, to },
  after: { ...ask, from: to, to: shift(to, EVERYDAY_DAYS) },
})

export function stretchName(telling: Telling, stretch: Stretch): string {
  if (stretch === 'before') return say(telling, '活动前', 'before')
  return stretch === 'during' ? say(telling, '活动中', 'during') : say(telling, '活动后', 'after')
}
