import { z } from 'zod'
import { MetricCondition } from './alert-conditions.ts'
import { Role } from './roles.ts'

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')
const Text = z.string().trim().max(500)
const Minutes = z.number().int()

/** One step of a contingency plan: what is done, by whom, within how many minutes of its start, after which other step. */
export const ContingencyStep = z.strictObject({
  id: Id,
  zh: Text,
  en: Text,
  role: Role,
  limitMinutes: Minutes,
  after: Id.nullable(),
  /** What it brings about in the simulated market; null for what only people see. */
  effect: z
    .enum([
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
    ])
    .nullable(),
})
export type ContingencyStep = z.infer<typeof ContingencyStep>

const ResourceKind = z.enum([
  'carrier',
  'supplier',
  'safetyStock',
  'channel',
  'payment',
  'site',
  'creator',
  'reserve',
  'people',
])

/** A contingency plan (预案). Refused without a trigger, an owner, timed steps, resources, messages, a page or an end. */
export const ContingencyPlanBody = z.strictObject({
  nameZh: z.string().trim().max(120),
  nameEn: z.string().trim().max(120),
  scenarioZh: Text,
  scenarioEn: Text,
  owner: Role,
  trigger: MetricCondition.nullable(),
  stopAfterMinutes: Minutes,
  steps: z.array(ContingencyStep).max(30),
  resources: z.array(z.strictObject({ kind: ResourceKind, zh: Text, en: Text, amount: z.number().min(0) })).max(30),
  requires: z.array(z.strictObject({ kind: ResourceKind, least: z.number().min(0) })).max(9),
  messages: z
    .array(z.strictObject({ id: Id, to: z.strictObject({ zh: Text, en: Text }), zh: z.string().trim().max(1000) }))
    .max(20),
  page: z.strictObject({ titleZh: z.string().trim().max(120), bodyZh: z.string().trim().max(2000) }),
  goals: z.strictObject({ detectMinutes: Minutes, startMinutes: Minutes, restoreMinutes: Minutes }),
  playbooks: z.array(Id).max(10),
  ladder: z.string().max(60).nullable(),
})
export type ContingencyPlanBody = z.infer<typeof ContingencyPlanBody>

/** GET /v1/stores/{store}/contingency-library — what is shipped. POST adopts some or all of it. */
export const ContingencyLibrary = z.array(
  z.object({
    id: z.string(),
    body: ContingencyPlanBody,
    triggerZh: z.string(),
    triggerEn: z.string(),
    adopted: z.boolean(),
  }),
)
export type ContingencyLibrary = z.infer<typeof ContingencyLibrary>

export const AdoptPlans = z.strictObject({ ids: z.array(Id).max(100).optional() })
export const AdoptedPlans = z.object({ adopted: z.array(z.string()) })
export type AdoptedPlans = z.infer<typeof AdoptedPlans>

/** GET …/contingency-plans */
export const ContingencyPlanInfo = z.object({
  id: z.string(),
  version: z.number(),
  body: ContingencyPlanBody,
  triggerZh: z.string(),
  triggerEn: z.string(),
  /** Who reports the figure, where no fact of the shop says it. */
  sourceZh: z.string().nullable(),
  sourceEn: z.string().nullable(),
  state: z.enum(['quiet', 'firing', 'noData']),
  running: z.number().nullable(),
  lastScore: z.number().nullable(),
  lastDrillAt: z.string().nullable(),
  updatedAt: z.string(),
})
export type ContingencyPlanInfo = z.infer<typeof ContingencyPlanInfo>

/** PUT …/contingency-plans/{plan}: a new version, or with `version` 0 a plan of the shop's own. */
export const PutContingencyPlan = z.strictObject({
  version: z.number().int().min(0),
  body: ContingencyPlanBody,
  reason: z.string().trim().max(300).default(''),
})
export type PutContingencyPlan = z.input<typeof PutContingencyPlan>

/** POST …/plan-readings — a figure that only people or outside systems know. */
export const PlanReading = z.strictObject({
  metric: z.string().max(80),
  value: z.number(),
  sample: z.number().min(0).default(1),
})
export type PlanReading = z.input<typeof PlanReading>
export const TakenReading = z.object({ metric: z.string(), minute: z.string() })
export type TakenReading = z.infer<typeof TakenReading>

/** POST …/contingency-plans/{plan}/runs — starts it by hand. */
export const StartPlan = z.strictObject({ reason: z.string().trim().max(300).default('') })
export type StartPlan = z.input<typeof StartPlan>

export const PlanRunStep = ContingencyStep.omit({ effect: true }).extend({
  dueAt: z.string(),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
  note: z.string(),
  late: z.boolean(),
})
export type PlanRunStep = z.infer<typeof PlanRunStep>

/** GET …/contingency-runs — a plan that runs or ran, its steps with their clocks, what it set off, its report. */
export const PlanRunInfo = z.object({
  id: z.number(),
  plan: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  version: z.number(),
  state: z.enum(['running', 'ended']),
  cause: z.enum(['hand', 'trigger']),
  reason: z.string(),
  startedAt: z.string(),
  startedBy: z.string(),
  endedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string(),
  incident: z.number().nullable(),
  clock: z.string().nullable(),
  playbookRuns: z.array(z.number()),
  steps: z.array(PlanRunStep),
  messages: ContingencyPlanBody.shape.messages,
  page: ContingencyPlanBody.shape.page,
  goals: ContingencyPlanBody.shape.goals,
  report: z
    .object({ minutes: z.number(), steps: z.number(), done: z.number(), inTime: z.number(), late: z.number() })
    .nullable(),
})
export type PlanRunInfo = z.infer<typeof PlanRunInfo>

/** POST …/contingency-runs/{run}/steps/{step} */
export const DoStep = z.strictObject({ note: z.string().trim().max(500).default('') })
export type DoStep = z.input<typeof DoStep>
/** POST …/contingency-runs/{run}/end — with open steps, or while the trigger fires, only with a reason. */
export const EndPlan = z.strictObject({ reason: z.string().trim().max(500).default('') })
export type EndPlan = z.input<typeof EndPlan>
