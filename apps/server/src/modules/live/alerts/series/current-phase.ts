import { type Occasion, occasionInYear, occasionsBetween } from '@zhanggui/calendar'
import type { Store } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { CampaignPhase } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { occasionRulesOf, readCountedOccasions } from '../../../campaigns/calendar/read-shop-calendar.ts'

/** The campaign that a day stands in, and the first burst days of this time and of last time. */
export type RunningCampaign = { phase: CampaignPhase; burstFrom: BusinessDay; lastBurstFrom: BusinessDay | null }

const burstOf = (occasion: Occasion | null): BusinessDay | null =>
  occasion?.phases.find(({ phase }) => phase === 'burst')?.from ?? null

/** Null on an ordinary day. Where campaigns overlap, the weightier one names the day. */
export async function runningCampaign(
  context: Context,
  store: Store,
  day: BusinessDay,
): Promise<RunningCampaign | null> {
  const rules = occasionRulesOf(await readCountedOccasions(context, store.id))
  const running = occasionsBetween(day, addDays(day, 1), rules).toSorted((a, b) => b.weight - a.weight)
  for (const occasion of running) {
    const span = occasion.phases.find(({ from, to }) => from <= day && day < to)
    const burstFrom = burstOf(occasion)
    const rule = rules.find(({ id }) => id === occasion.id)
    if (span && burstFrom && rule)
      return { phase: span.phase, burstFrom, lastBurstFrom: burstOf(occasionInYear(rule, occasion.year - 1)) }
  }
  return null
}
