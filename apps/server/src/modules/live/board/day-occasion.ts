import { campaignDayLabel } from '@zhanggui/calendar'
import { standingAt } from '@zhanggui/campaigns'
import type { LiveOccasion } from '@zhanggui/contract'
import { daysBetween } from '@zhanggui/kernel'
import { instantOfShop, shopMoment } from '../../campaigns/index.ts'
import type { BoardClock } from './board-clock.ts'
import type { Subject } from './subject.ts'

/** The campaign that the shop stands in, its phase and when the phase ends. */
export function dayOccasion({ store, phases }: Subject, clock: BoardClock): LiveOccasion | null {
  const standing = standingAt(phases, shopMoment(clock.at, store.timezone))
  if (!standing) return null
  const { campaign, occasion, nameZh, nameEn, phase, ends, next, mainDay } = standing
  return {
    id: campaign ?? occasion ?? '',
    campaign,
    nameZh,
    nameEn,
    label: campaignDayLabel(daysBetween(mainDay, clock.day)),
    phase,
    phaseEndsAt: instantOfShop(store.timezone)(ends.day, ends.minute),
    nextPhase: next,
  }
}
