import type { MetricCondition } from '@zhanggui/playbooks'
import type { Words } from '../words.ts'

/** What a step brings about in the market, so that a drill can measure it. Most steps only have people do something. */
export const STEP_EFFECTS = [
  'publishStatement',
  'respondInPublic',
  'tellAffected',
  'compensate',
  'replenish',
  'replaceGift',
  'replaceCreator',
  'shield',
  'recallUnpaid',
  'raiseBackups',
] as const
export type StepEffect = (typeof STEP_EFFECTS)[number]

export type PlanStep = {
  id: string
  zh: string
  en: string
  /** The role that does it. */
  role: string
  /** Minutes from the start of the plan within which it is done. */
  limitMinutes: number
  /** The step that comes first; null: at once. */
  after: string | null
  effect: StepEffect | null
}

export const RESOURCE_KINDS = [
  'carrier',
  'supplier',
  'safetyStock',
  'channel',
  'payment',
  'site',
  'creator',
  'reserve',
  'people',
] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

/** What stands ready. `amount`: how many of it, or a share (0.2 is 20 %) of safety stock. */
export type PlanResource = { kind: ResourceKind; zh: string; en: string; amount: number }

/** At least so much of a kind must stand ready, or the plan is worth nothing. */
export type Requirement = { kind: ResourceKind; least: number }

/** Text for people outside, with `{placeholders}`. */
export type MessageTemplate = { id: string; to: Words; zh: string }

/** A page for the emergency, made before it is needed. */
export type EmergencyPage = { titleZh: string; bodyZh: string }

/** Minutes that detection, start and restoring may take. */
export type PlanGoals = { detectMinutes: number; startMinutes: number; restoreMinutes: number }

/**
 * A contingency plan (预案) as data: what is watched, who answers, what is done by when, with what, in which words, and when
 * it is over. It can be checked, adopted by a shop, run for real and rehearsed in the simulated market.
 */
export type ContingencyPlan = {
  id: string
  nameZh: string
  nameEn: string
  scenarioZh: string
  scenarioEn: string
  /** The role that answers for it. */
  owner: string
  /** What sets it off; a plan without one is refused (P15.01). */
  trigger: MetricCondition | null
  /** The trigger must have been fine for so long before the plan may end. */
  stopAfterMinutes: number
  steps: readonly PlanStep[]
  resources: readonly PlanResource[]
  requires: readonly Requirement[]
  messages: readonly MessageTemplate[]
  page: EmergencyPage
  goals: PlanGoals
  /** Playbooks that it sets off, in this order. */
  playbooks: readonly string[]
  /** The ladder whose clocks it opens; null: only those of its own steps. */
  ladder: string | null
}
