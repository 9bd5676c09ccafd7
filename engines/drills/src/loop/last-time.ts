import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { type DayOptions, openMarket } from './run-day.ts'
import type { LastTime } from './watch.ts'

/** The same day of the year before. */
const yearBefore = (day: BusinessDay): BusinessDay => parseDay(`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`)

/** Whether any plan is held against last time's course; otherwise nobody needs it. */
const isAsked = ({ plans }: Pick<DayOptions, 'plans'>): boolean =>
  plans.some(({ trigger }) => trigger?.test.kind === 'change')

/** Last time's course of the minutes of a drill: another crowd on the same campaign day, without faults. */
export function lastTimeOf(options: Omit<DayOptions, 'last' | 'reaction'>): LastTime | null {
  if (!isAsked(options)) return null
  const { from, to, seed, scale } = options
  const market = openMarket({ seed: `${seed}/last`, day: yearBefore(options.day), scale, faults: [] })
  market.openAt(from)
  for (let minute = from; minute < to; minute++) market.runMinute(minute)
  return { startsAt: market.absolute(0), points: market.figures }
}
