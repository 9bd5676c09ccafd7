import type { BusinessDay } from '@zhanggui/kernel'

/** 蓄水, 预热, 爆发, 收尾, 长尾, 复盘: the parts of a campaign in the order they come. */
export const CAMPAIGN_PHASES = ['reservoir', 'preheat', 'burst', 'closing', 'longTail', 'review'] as const
export type CampaignPhase = (typeof CAMPAIGN_PHASES)[number]

/** Pre-heat and burst may come again: the waves (波段) of a long campaign. */
export const WAVE_PHASES: ReadonlySet<CampaignPhase> = new Set(['preheat', 'burst'])

/**
 * A phase on its days, half-open. It begins `startMinute` minutes after midnight of `from` (20:00 is 1200), and lasts until the
 * next one begins. `wave` counts from 1 among the windows of the same phase.
 */
export type PhaseWindow = {
  phase: CampaignPhase
  wave: number
  from: BusinessDay
  to: BusinessDay
  startMinute: number
}

/** A moment on the shop's own clock. */
export type ShopMoment = { day: BusinessDay; minute: number }

export const MINUTES_OF_DAY = 1440
