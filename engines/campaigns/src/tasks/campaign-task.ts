import type { BusinessDay } from '@zhanggui/kernel'
import type { CampaignPhase } from '../phases/phase.ts'
import type { Done } from '../reason.ts'

/** Who works on a campaign (P3.21): the teams of D3 and D4, and the merchant. */
export const CAMPAIGN_TEAMS = [
  'operations',
  'design',
  'content',
  'technology',
  'service',
  'product',
  'logistics',
  'finance',
  'media',
  'members',
  'merchant',
] as const
export type CampaignTeam = (typeof CAMPAIGN_TEAMS)[number]

/** One piece of work with who is responsible, accountable, consulted and informed. `dueDay` is its last day. */
export type CampaignTask = {
  title: string
  team: CampaignTeam
  phase: CampaignPhase
  accountable: string
  responsible: readonly string[]
  consulted: readonly string[]
  informed: readonly string[]
  startDay: BusinessDay | null
  dueDay: BusinessDay
  workdays: number
  dependsOn: readonly string[]
  deliverable: string
  action: string | null
  started: Done | null
  finished: (Done & { proof: string }) | null
}

export type WithId<T> = { id: string; body: T }
