import type { CampaignPhase } from '../conditions/campaign-phase.ts'
import type { MetricCondition } from '../conditions/metric-condition.ts'
import type { Value } from './change.ts'

/** What sets a playbook off. An event is named by what happened (`order-surge`), a schedule by minutes of the local day. */
export type Trigger =
  | { kind: 'condition'; condition: MetricCondition }
  | { kind: 'event'; event: string }
  | { kind: 'schedule'; atMinutes: readonly number[] }

/** From whoever may be surprised least to most: nobody is asked, one person says yes, two do. */
export const APPROVALS = ['auto', 'confirm', 'twoPerson'] as const
export type Approval = (typeof APPROVALS)[number]

export type ParamValue = Value | readonly string[] | readonly number[]
export type Params = Readonly<Record<string, ParamValue>>

export type ActionCall = { type: string; params: Params }

/** How often and how much a playbook may act, whatever its trigger says. */
export type Limits = {
  /** Not again within so many minutes of its last run. */
  cooldownMinutes: number
  runsPerDay: number
  /** A run that would change more fields than this is held and tells why. */
  changesPerRun: number
  /** Only in these phases; without it always. */
  phases?: readonly CampaignPhase[]
  /** Only in these minutes of the local day, `[from, to)`; over midnight when `to` is not after `from`. */
  hours?: { from: number; to: number }
  /** A question that nobody answers in so many minutes is taken as no. Default 60. */
  askMinutes?: number
}

/** Trigger → guarded actions, as data: it can be checked, read as a sentence, previewed, back-tested and undone. */
export type Playbook = {
  id: string
  nameZh: string
  nameEn: string
  /** The role that answers for it and is asked. */
  owner: string
  trigger: Trigger
  actions: readonly ActionCall[]
  limits: Limits
  approval: Approval
  /** Decides and writes down what it would do, and does nothing. */
  shadow: boolean
}

export const approvalRank = (approval: Approval): number => APPROVALS.indexOf(approval)
