import { burstOpenings, type CampaignClock, standingAt, standingOn } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { CampaignPhase } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { instantOfShop, readCampaignClock, shopMoment } from '../../../campaigns/index.ts'
import { dayOfMinute, instantOfMinute } from './day-minute.ts'

/** The campaign that a moment or a day stands in, and when the burst of this time and the same one of last time opened. */
export type RunningCampaign = { phase: CampaignPhase; openedAt: Opening | null; lastOpenedAt: Opening | null }
type Opening = { day: BusinessDay; at: Date }

function running(clock: CampaignClock, standing: ReturnType<typeof standingAt>, store: Store): RunningCampaign | null {
  if (!standing) return null
  const openings = burstOpenings(clock, standing)
  const openingOf = (moment: { day: BusinessDay; minute: number } | null | undefined): Opening | null =>
    moment ? { day: moment.day, at: new Date(instantOfShop(store.timezone)(moment.day, moment.minute)) } : null
  return { phase: standing.phase, openedAt: openingOf(openings?.now), lastOpenedAt: openingOf(openings?.last) }
}

/** Null on an ordinary day. */
export async function campaignAt(context: Context, store: Store, now: Date): Promise<RunningCampaign | null> {
  const clock = await readCampaignClock(context, store)
  return running(clock, standingAt(clock, shopMoment(now, store.timezone)), store)
}

/** What a whole day counts as. */
export async function campaignOn(context: Context, store: Store, day: BusinessDay): Promise<RunningCampaign | null> {
  const clock = await readCampaignClock(context, store)
  return running(clock, standingOn(clock, day), store)
}

/** The phase that the shop stands in. */
export const phaseNow = async (context: Context, store: Store, now: Date): Promise<CampaignPhase | undefined> =>
  (await campaignAt(context, store, now))?.phase

/** The phase at any minute of the past: by the shop's clock for minutes since 1970, by whole days for daily series. */
export async function phaseHistory(
  context: Context,
  store: Store,
  { daily }: { daily: boolean },
): Promise<(minute: number) => CampaignPhase | undefined> {
  const clock = await readCampaignClock(context, store)
  return (minute) => {
    if (!daily) return standingAt(clock, shopMoment(instantOfMinute(minute), store.timezone))?.phase
    // The day that is judged is the first without figures: they speak of the day before.
    return standingOn(clock, addDays(dayOfMinute(minute), -1))?.phase
  }
}
