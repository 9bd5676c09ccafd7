import type { BusinessDay } from '@zhanggui/kernel'
import type { CampaignPage } from '../pages/campaign-page.ts'
import type { CampaignPhase, PhaseWindow } from '../phases/phase.ts'
import type { Done, Reason } from '../reason.ts'
import type { RunItem } from '../run-sheet/run-item.ts'
import type { CampaignTask, CampaignTeam, WithId } from '../tasks/campaign-task.ts'
import type { Attestation, Drill } from './attestation.ts'
import type { Training } from './training.ts'

/** The big pushes ask for more than a brand day does. */
export type CampaignSize = 'large' | 'medium' | 'small'

export type Signature = Done & {
  phase: CampaignPhase
  wave: number
  team: CampaignTeam
  name: string
  decision: 'go' | 'noGo'
  note: string
}

/** What a campaign says of itself (P3.15), as far as the checks ask. */
export type CampaignPlan = {
  size: CampaignSize
  windows: readonly PhaseWindow[]
  goal: { goals: readonly string[]; targetCents: number | null }
  audience: string
  theme: string
  goods: readonly unknown[]
  promotions: readonly string[]
  channels: readonly string[]
  budgetCents: number | null
  team: readonly { team: CampaignTeam; lead: string }[]
  plansB: readonly unknown[]
  review: string
}

export type LinkedPromotion = { id: string; name: string; state: string; errors: number }

/** Orders of the campaign that nobody paid and returns that nobody refunded, and how many of them somebody was told of. */
export type OpenAfterSale = { unpaid: number; refunds: number; escalated: number }

/** Everything that the checks before a state look at, as it is on `today`. */
export type CampaignFacts = {
  plan: CampaignPlan
  tasks: readonly WithId<CampaignTask>[]
  run: readonly WithId<RunItem>[]
  pages: readonly WithId<CampaignPage>[]
  trainings: readonly WithId<Training>[]
  attestations: readonly WithId<Attestation>[]
  drills: readonly WithId<Drill>[]
  promotions: readonly LinkedPromotion[]
  /** Clashes that cannot stand beside each other. */
  clashes: readonly Reason[]
  afterSale: OpenAfterSale
  signatures: readonly Signature[]
  today: BusinessDay
}
