import type { CampaignPhase } from './phase.ts'

/** How many days a phase lasts, both ends included. */
export type DayBounds = { min: number; max: number }

/** `longTailLastDay`: how many days after the last burst day the long tail ends at the latest. */
export type PhaseTolerances = {
  days: Readonly<Partial<Record<CampaignPhase, DayBounds>>>
  longTailLastDay: number
}

/**
 * Pre-heat 7–15 days before the burst, closing D+1 to D+3, long tail to one week after. Source: D4 (P3.16). Reservoir and review
 * are starting values of this project, to be changed with the campaign.
 */
export const PHASE_TOLERANCES: PhaseTolerances = {
  days: {
    reservoir: { min: 0, max: 45 },
    preheat: { min: 7, max: 15 },
    burst: { min: 1, max: 15 },
    closing: { min: 1, max: 3 },
    longTail: { min: 1, max: 7 },
    review: { min: 1, max: 14 },
  },
  longTailLastDay: 7,
}
