import type { OccasionRule } from '@zhanggui/calendar'
import type { BusinessDay } from '@zhanggui/kernel'
import type { CampaignPhase, PhaseWindow, ShopMoment } from '../phases/phase.ts'
import type { CampaignSize } from '../readiness/campaign-facts.ts'

/** What the clock has to know of a campaign that was approved. */
export type ClockedCampaign = {
  id: string
  name: string
  /** Occasion of the calendar that it follows. */
  occasion: string | null
  size: CampaignSize
  mainDay: BusinessDay
  windows: readonly PhaseWindow[]
  targetCents: number | null
}

/** A shop's campaigns, and the calendar for the days that none of them speaks of. */
export type CampaignClock = { campaigns: readonly ClockedCampaign[]; occasions: readonly OccasionRule[] }

/** Where a moment stands in a campaign. `campaign` is null where only the calendar knows of it. */
export type Standing = {
  campaign: string | null
  occasion: string | null
  nameZh: string
  nameEn: string
  mainDay: BusinessDay
  targetCents: number | null
  windows: readonly PhaseWindow[]
  phase: CampaignPhase
  wave: number
  /** When the phase ends, and what comes then; null where ordinary days follow. */
  ends: ShopMoment
  next: CampaignPhase | null
}
