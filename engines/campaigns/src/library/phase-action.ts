import type { CampaignPhase } from '../phases/phase.ts'
import type { CampaignSize } from '../readiness/campaign-facts.ts'
import type { CampaignTeam } from '../tasks/campaign-task.ts'

/**
 * A piece of work that belongs to a phase. `day` counts from the phase's first day (`start`, −1 is the day before it) or from its
 * last (`end`, 0 is the last day itself), and is the day it is due.
 */
export type PhaseAction = {
  id: string
  phase: CampaignPhase
  titleZh: string
  titleEn: string
  team: CampaignTeam
  edge: 'start' | 'end'
  day: number
  workdays: number
  dependsOn?: readonly string[]
  deliverableZh: string
  deliverableEn: string
  /** Sizes that need it; every one where it says nothing. */
  sizes?: readonly CampaignSize[]
}
