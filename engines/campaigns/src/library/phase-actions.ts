import type { CampaignPhase } from '../phases/phase.ts'
import type { CampaignSize } from '../readiness/campaign-facts.ts'
import { BURST_ACTIONS } from './burst-actions.ts'
import { CLOSING_ACTIONS } from './closing-actions.ts'
import { LONG_TAIL_ACTIONS } from './long-tail-actions.ts'
import type { PhaseAction } from './phase-action.ts'
import { PREHEAT_ACTIONS } from './preheat-actions.ts'
import { RESERVOIR_ACTIONS } from './reservoir-actions.ts'
import { REVIEW_ACTIONS } from './review-actions.ts'

/** Every action of the library, in the order of the phases. */
export const PHASE_ACTIONS: readonly PhaseAction[] = [
  ...RESERVOIR_ACTIONS,
  ...PREHEAT_ACTIONS,
  ...BURST_ACTIONS,
  ...CLOSING_ACTIONS,
  ...LONG_TAIL_ACTIONS,
  ...REVIEW_ACTIONS,
]

/** What a campaign of a size does in a phase. */
export const actionsFor = (size: CampaignSize, phase?: CampaignPhase): PhaseAction[] =>
  PHASE_ACTIONS.filter(
    (action) => (phase === undefined || action.phase === phase) && (action.sizes ?? [size]).includes(size),
  )
