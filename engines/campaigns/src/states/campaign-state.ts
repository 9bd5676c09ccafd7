import { CAMPAIGN_PHASES, type CampaignPhase, type PhaseWindow } from '../phases/phase.ts'

/** Written, approved, in a phase, put away. */
export const CAMPAIGN_STATES = ['draft', 'approved', ...CAMPAIGN_PHASES, 'archived'] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/** Where a campaign stands; `wave` tells the bursts of one campaign apart and is 1 outside the phases. */
export type CampaignPlace = { state: CampaignState; wave: number }

export const isPhase = (state: CampaignState): state is CampaignPhase =>
  (CAMPAIGN_PHASES as readonly string[]).includes(state)

export const samePlace = (a: CampaignPlace, b: CampaignPlace): boolean => a.state === b.state && a.wave === b.wave

/** The window that a place stands for; −1 for draft, approved and archived. */
export const windowOf = (windows: readonly PhaseWindow[], { state, wave }: CampaignPlace): number =>
  windows.findIndex((window) => window.phase === state && window.wave === wave)

const phasePlace = ({ phase, wave }: PhaseWindow): CampaignPlace => ({ state: phase, wave })
const PUT_AWAY: CampaignPlace = { state: 'archived', wave: 1 }

/**
 * The one place that follows: draft → approved → each phase in the order of its days → archived. Null once it is put away.
 * A phase that is not among the windows any more leads to the first that begins.
 */
export function nextPlace(windows: readonly PhaseWindow[], place: CampaignPlace): CampaignPlace | null {
  if (place.state === 'archived') return null
  if (place.state === 'draft') return { state: 'approved', wave: 1 }
  const next = windows[windowOf(windows, place) + 1]
  return next ? phasePlace(next) : PUT_AWAY
}
