import { occasionInYear } from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { PhaseWindow, ShopMoment } from '../phases/phase.ts'
import { startOf } from '../phases/phase-at.ts'
import type { CampaignClock, Standing } from './campaign-clock.ts'
import { occasionWindows } from './occasion-windows.ts'

/** The campaign that this one is held against. */
export type LastTime = { mainDay: BusinessDay; windows: readonly PhaseWindow[] }

/** The last campaign before it that followed the same occasion; else that occasion a year earlier in the calendar. */
export function lastTime({ campaigns, occasions }: CampaignClock, { occasion, mainDay }: Standing): LastTime | null {
  if (occasion === null) return null
  const year = Number(mainDay.slice(0, 4)) - 1
  const own = campaigns.find((c) => c.occasion === occasion && Number(c.mainDay.slice(0, 4)) === year)
  if (own) return own
  const rule = occasions.find(({ id }) => id === occasion)
  const before = rule ? occasionInYear(rule, year) : null
  return before && { mainDay: before.mainDay, windows: occasionWindows(before) }
}

/** The day of last time's campaign that stands as far from its main day; null without a last time. */
export function sameCampaignDay(clock: CampaignClock, standing: Standing, day: BusinessDay): BusinessDay | null {
  const last = lastTime(clock, standing)
  return last && addDays(last.mainDay, daysBetween(standing.mainDay, day))
}

/**
 * When this campaign's first burst opened, and the same campaign day of last time: at the minute at which last time's burst opened
 * that day where the shop has the campaign, else at the same minute, because the calendar knows days only.
 */
export function burstOpenings(
  clock: CampaignClock,
  standing: Standing,
): { now: ShopMoment; last: ShopMoment | null } | null {
  const burst = standing.windows.find(({ phase }) => phase === 'burst')
  if (!burst) return null
  const day = sameCampaignDay(clock, standing, burst.from)
  const own = clock.campaigns.find((c) => c.windows === lastTime(clock, standing)?.windows)
  const before = own?.windows.find(({ phase, from }) => phase === 'burst' && from === day)
  return { now: startOf(burst), last: day && { day, minute: before?.startMinute ?? burst.startMinute } }
}
