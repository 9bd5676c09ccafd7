import { z } from 'zod'
import { Unit } from './metrics.ts'
import { Side } from './roles.ts'

const Day = z.iso.date()
/** `2027`, `2027-Q2`, `2027-06` or `2027-06-18`. */
export const PlanPeriod = z
  .string()
  .regex(/^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD')
const Id = z.string().min(1).max(80)
const Name = z.string().max(200)
const Note = z.string().max(5000)
const Person = z.string().max(120).nullable()
const Figure = z.number().nullable()
const Cents = z.number().int().safe().nullable()
const BasisPoints = z.number().int().min(0).max(1_000_000).nullable()

export const SourceRef = z.object({
  file: z.string().max(260),
  sheet: z.string().max(60).nullable(),
  row: z.number().int().min(1),
  column: z.string().max(120).nullable(),
})
export type SourceRef = z.infer<typeof SourceRef>
const Sourced = { source: SourceRef.nullable().default(null) }

export const GoalScope = z.record(z.string().max(40), z.string().max(200))

/** One cell of the goal tree. Values in the metric's unit: money in fen, ratios as fractions. `null`: not set yet. */
export const Goal = z.object({
  id: Id,
  parentId: Id.nullable().default(null),
  axis: z.string().max(40).nullable().default(null).describe('along what the parent was split: period or a dimension'),
  name: Name.default(''),
  metric: z.string().max(80),
  period: PlanPeriod,
  scope: GoalScope.default({}),
  target: Figure.default(null),
  baseline: Figure.default(null),
  baselinePeriod: PlanPeriod.nullable().default(null),
  direction: z.enum(['atLeast', 'atMost']).default('atLeast'),
  locked: z.boolean().default(false),
  floor: Figure.default(null),
  cap: Figure.default(null),
  denominator: z.string().max(200).nullable().default(null),
  dimension: z.enum(['commercial', 'user', 'brand']).default('commercial'),
  set: z.enum(['all', 'promo', 'daily']).default('all'),
  owner: Person.default(null),
  source: z.enum(['data', 'manual']).default('data'),
  diagnosis: z.string().max(2000).nullable().default(null),
  note: Note.default(''),
})
export type Goal = z.infer<typeof Goal>

export const OwnMeasure = z.object({
  id: z.templateLiteral(['own:', z.string().min(1).max(60)]),
  nameZh: Name,
  nameEn: Name,
  unit: Unit,
  kind: z.enum(['additive', 'distinct', 'ratio', 'average', 'snapshot']),
  numerator: z.string().max(80).nullable(),
  denominator: z.string().max(80).nullable(),
  dimensions: z.array(z.string().max(40)).max(20),
  higherIsBetter: z.boolean().nullable(),
  actuals: z.array(z.object({ period: PlanPeriod, value: z.number() })).max(2000),
})
export type OwnMeasure = z.infer<typeof OwnMeasure>

export const Stage = z.object({
  id: Id,
  name: Name,
  fromDay: Day,
  toDay: Day,
  criteria: z
    .array(
      z.object({
        metric: z.string().max(80),
        op: z.enum(['atLeast', 'atMost']),
        value: z.number(),
        scope: GoalScope.default({}),
      }),
    )
    .max(50),
})
export type Stage = z.infer<typeof Stage>

/** Shares in basis points with their base; `reserve` is kept until released, `subsidy` is paid in coupons and gifts. */
export const BudgetLine = z.object({
  id: Id,
  parentId: Id.nullable().default(null),
  name: Name,
  kind: z.enum(['spend', 'subsidy', 'reserve']).default('spend'),
  channel: z.string().max(80).nullable().default(null),
  period: PlanPeriod,
  eventId: Id.nullable().default(null),
  shareBp: BasisPoints.default(null),
  shareBase: z.enum(['total', 'parent', 'period', 'sales']).nullable().default(null),
  amountCents: Cents.default(null),
  owner: Person.default(null),
  note: Note.default(''),
})
export type BudgetLine = z.infer<typeof BudgetLine>

export const BudgetRules = z.object({
  feeRatioMaxBp: BasisPoints.default(null),
  cacMaxCents: Cents.default(null),
  preBurstShareBp: BasisPoints.default(null),
  preBurstDays: z.number().int().min(1).max(90).nullable().default(null),
  burstRemainderMinBp: BasisPoints.default(null),
  roiMinMilli: z.number().int().min(0).nullable().default(null),
  roiMinClicks: z.number().int().min(0).nullable().default(null),
  roiMinSpendCents: Cents.default(null),
  stages: z
    .array(
      z.object({
        id: Id,
        name: Name,
        fromPeriod: PlanPeriod,
        toPeriod: PlanPeriod,
        channels: z.array(z.string().max(80)).max(100),
        minBp: z.number().int().min(0).max(10_000),
        maxBp: z.number().int().min(0).max(10_000),
        base: z.enum(['total', 'parent', 'period', 'sales']).nullable(),
        reason: Note,
      }),
    )
    .max(50)
    .default([]),
})
export type BudgetRules = z.infer<typeof BudgetRules>

export const PlanEvent = z.object({
  id: Id,
  occasionId: z.string().max(80).nullable().default(null),
  kind: z.enum(['platform', 'shop', 'theme', 'categoryDay', 'season']),
  name: Name,
  declaredQuarter: PlanPeriod.nullable().default(null),
  mainDay: Day.nullable().default(null),
  fromDay: Day,
  toDay: Day.describe('first day after it'),
  baselineFromDay: Day.nullable().default(null),
  baselineToDay: Day.nullable().default(null),
  theme: z.string().max(500).default(''),
  mechanics: z.array(z.string().max(120)).max(50).default([]),
  channels: z.array(z.string().max(80)).max(50).default([]),
  owner: Person.default(null),
  note: Note.default(''),
  ...Sourced,
})
export type PlanEvent = z.infer<typeof PlanEvent>

export const PLAN_TEAMS = [
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
] as const
export const PlanTeam = z.enum(PLAN_TEAMS)
export type PlanTeam = z.infer<typeof PlanTeam>

export const PlanTask = z.object({
  id: Id,
  title: z.string().max(300),
  detail: Note.default(''),
  period: PlanPeriod,
  side: Side.default('agency'),
  team: PlanTeam.default('operations'),
  owner: Person.default(null),
  startDay: Day.nullable().default(null),
  dueDay: Day.nullable().default(null),
  baselineStartDay: Day.nullable().default(null),
  baselineDueDay: Day.nullable().default(null),
  dependsOn: z.array(Id).max(100).default([]),
  eventId: Id.nullable().default(null),
  templateId: z.string().max(120).nullable().default(null),
  evidence: Note.default(''),
  done: z.boolean().default(false),
  proof: z.string().max(2000).optional().describe('what shows that it is done: a link, the name of a report'),
  ...Sourced,
})
export type PlanTask = z.infer<typeof PlanTask>

export const REQUEST_KINDS = [
  'funds',
  'products',
  'priceConcession',
  'highValueGoods',
  'oldCustomerFunds',
  'offSiteTraffic',
  'training',
  'stock',
  'materials',
  'other',
] as const

export const PlanRequest = z.object({
  id: Id,
  kind: z.enum(REQUEST_KINDS),
  text: Note,
  period: PlanPeriod,
  amountCents: Cents.default(null),
  dueDay: Day.nullable().default(null),
  owner: Person.default(null),
  ...Sourced,
})
export type PlanRequest = z.infer<typeof PlanRequest>

/** A row of the yearly table with its seven columns, as its author wrote it. */
export const TableRow = z.object({
  id: Id,
  period: PlanPeriod,
  label: z.string().max(120).optional().describe('how the time was written, where the period alone does not say it'),
  target: Note.default(''),
  theme: Note.default(''),
  strategy: Note.default(''),
  pageDesign: Note.default(''),
  dailyPromotion: Note.default(''),
  merchantCooperation: Note.default(''),
  ...Sourced,
})
export type TableRow = z.infer<typeof TableRow>

export const PlanTexts = z.object({
  market: z.string().max(50_000).default(''),
  goals: z.string().max(50_000).default(''),
  strategy: z.string().max(50_000).default(''),
  execution: z.string().max(50_000).default(''),
  resources: z.string().max(50_000).default(''),
  monitoring: z.string().max(50_000).default(''),
})
export type PlanTexts = z.infer<typeof PlanTexts>

export const PLAN_PARTS = ['header', 'goals', 'budget', 'events', 'tasks', 'requests', 'table', 'stages'] as const
export const PlanPart = z.enum(PLAN_PARTS)
export type PlanPart = z.infer<typeof PlanPart>

/** Nodes of one plan; a larger tree is refused with this figure named. */
export const MAX_GOALS = 20_000

/** What each part is stored as and sent as: `PUT …/plans/{plan}/parts/{part}`. */
export const PLAN_PART_BODIES = {
  header: z.object({
    name: z.string().min(1).max(200),
    profile: z.string().max(40).nullable().default(null),
    texts: PlanTexts,
    assumptions: z.array(Id).max(500).default([]),
  }),
  goals: z.object({ goals: z.array(Goal).max(MAX_GOALS), measures: z.array(OwnMeasure).max(200).default([]) }),
  budget: z.object({ lines: z.array(BudgetLine).max(5000), rules: BudgetRules }),
  events: z.array(PlanEvent).max(1000),
  tasks: z.array(PlanTask).max(5000),
  requests: z.array(PlanRequest).max(2000),
  table: z.array(TableRow).max(400),
  stages: z.array(Stage).max(50),
} as const

/** `draft` is edited; `approved` is frozen as a version and stays so until it is reopened. */
export const PlanStatus = z.enum(['draft', 'approved'])
export type PlanStatus = z.infer<typeof PlanStatus>

/** Row of GET /v1/stores/{store}/plans. */
export const PlanSummary = z.object({
  id: z.string(),
  year: z.number().int(),
  name: z.string(),
  status: PlanStatus,
  /** Newest version that was cut; 0 before the first. */
  version: z.number().int(),
  /** Newest version that was approved. A reopened plan is a draft again and keeps it, with who approved and confirmed it. */
  approvedVersion: z.number().int().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  confirmedBy: z.string().nullable().describe('merchant who has read and confirmed the approved version'),
  confirmedAt: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
})
export type PlanSummary = z.infer<typeof PlanSummary>

/** GET /v1/stores/{store}/plans/{plan} — the whole plan; `revisions` are sent back with a change (409 stale_version otherwise). */
export const PlanDetail = PlanSummary.extend({
  currency: z.string(),
  revisions: z.record(PlanPart, z.number().int()),
  profile: z.string().nullable(),
  texts: PlanTexts,
  assumptions: z.array(z.string()),
  goals: z.array(Goal),
  measures: z.array(OwnMeasure),
  stages: z.array(Stage),
  budget: z.array(BudgetLine),
  budgetRules: BudgetRules,
  events: z.array(PlanEvent),
  tasks: z.array(PlanTask),
  requests: z.array(PlanRequest),
  table: z.array(TableRow),
})
export type PlanDetail = z.infer<typeof PlanDetail>

/** POST /v1/stores/{store}/plans — a plan of a year: empty, a copy of another plan moved to the year, or from last year's data. */
export const CreatePlan = z.object({
  year: z.number().int().min(2000).max(2100),
  name: z.string().min(1).max(200),
  from: z.enum(['empty', 'copy', 'data']).default('empty'),
  copyOf: z.string().max(80).optional(),
  /** With `from: 'data'`: yearly target of paid sales over last year, basis points (3000 = +30 %). */
  growthBp: z.number().int().min(-9000).max(100_000).default(0),
})
export type CreatePlan = z.input<typeof CreatePlan>

/** PUT /v1/stores/{store}/plans/{plan}/parts/{part} */
export const ChangePlanPart = z.object({
  revision: z.number().int().min(0),
  body: z.unknown().describe('see PLAN_PART_BODIES'),
  reason: z.string().max(300).default(''),
})
export type ChangePlanPart = z.input<typeof ChangePlanPart>

const Revisions = z.record(PlanPart, z.number().int().min(0))
const SentPart = z.object({ revision: z.number().int().min(0), body: z.unknown() })

/** PUT /v1/stores/{store}/plans/{plan}/parts — several parts at once, all of them or none. */
export const ChangePlanParts = z.object({
  parts: z.partialRecord(PlanPart, SentPart),
  reason: z.string().max(300).default(''),
})
export type ChangePlanParts = z.input<typeof ChangePlanParts>

/** Answer to a change: the revision of every part, to be sent with the next one, and how many objects are different now. */
export const PlanPartSaved = z.object({ revisions: Revisions, changes: z.number().int() })
export type PlanPartSaved = z.infer<typeof PlanPartSaved>

/**
 * POST …/plans/{plan}/progress — what goes on while a plan is approved: tasks that are done with what shows it, tasks handed over,
 * figures entered by hand.
 * An entry of `actuals` replaces the one of the same period; `null` takes it out.
 */
export const PlanProgress = z.object({
  tasks: z
    .array(
      z.object({
        id: Id,
        done: z.boolean().optional(),
        proof: z.string().max(2000).optional(),
        /** Handed over to: the trail keeps who had it before, and the reason. */
        owner: Person.optional(),
      }),
    )
    .max(5000)
    .default([]),
  actuals: z
    .array(z.object({ measure: Id, period: PlanPeriod, value: z.number().nullable() }))
    .max(5000)
    .default([]),
  reason: z.string().max(300).default(''),
})
export type PlanProgress = z.input<typeof PlanProgress>

/** Row of GET …/plans/{plan}/overdue — who has to hear of an overdue task by now, and what waits for it; the latest first (P3.22). */
export const OverdueTask = z.object({
  task: Id,
  title: z.string(),
  owner: z.string().nullable(),
  side: Side,
  team: PlanTeam,
  dueDay: z.string(),
  daysLate: z.number().int(),
  step: z.enum(['owner', 'team', 'head']),
  waiting: z.array(Id).describe('open tasks that cannot begin before it'),
})
export type OverdueTask = z.infer<typeof OverdueTask>

/** Row of GET …/plans/{plan}/versions, the newest first. */
export const PlanVersion = z.object({
  number: z.number().int(),
  note: z.string(),
  approved: z.boolean(),
  createdBy: z.string(),
  createdAt: z.string(),
  sha256: z.string().describe('of the canonical JSON of the whole plan'),
})
export type PlanVersion = z.infer<typeof PlanVersion>

/** POST …/plans/{plan}/versions */
export const CutVersion = z.object({ note: z.string().max(300).default('') })
export type CutVersion = z.input<typeof CutVersion>

/** GET …/plans/{plan}/versions/{number} */
export const PlanVersionDetail = PlanVersion.extend({
  plan: z.record(z.string(), z.unknown()).describe('the whole plan as it was, see PlanDetail'),
})
export type PlanVersionDetail = z.infer<typeof PlanVersionDetail>

/** POST …/plans/{plan}/versions/{number}/restore and …/reopen */
export const PlanReason = z.object({ reason: z.string().trim().min(1).max(300) })
export type PlanReason = z.infer<typeof PlanReason>

/** POST …/plans/{plan}/approve — `revisions` as the approver saw them, so that nothing unseen is approved. */
export const ApprovePlan = z.object({ note: z.string().max(300).default(''), revisions: Revisions.optional() })
export type ApprovePlan = z.input<typeof ApprovePlan>

/** POST …/plans/{plan}/confirmations — by somebody on the merchant's or the brand's side, naming exactly what they read. */
export const ConfirmPlan = z.object({
  version: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  note: z.string().max(2000).default(''),
})
export type ConfirmPlan = z.input<typeof ConfirmPlan>

/** Row of GET …/plans/{plan}/confirmations, the newest first. */
export const PlanConfirmation = z.object({
  version: z.number().int(),
  sha256: z.string(),
  side: Side,
  confirmedBy: z.string(),
  confirmedAt: z.string(),
  note: z.string(),
})
export type PlanConfirmation = z.infer<typeof PlanConfirmation>

/** `draft` (the plan as it stands) or the number of a version. */
export const VersionName = z.union([z.literal('draft'), z.coerce.number().int().min(1)])
export type VersionName = z.infer<typeof VersionName>

/** GET …/plans/{plan}/compare?from=1&to=draft — objects added, removed and changed, field by field. */
export const PlanComparison = z.object({
  from: z.string(),
  to: z.string(),
  changes: z.array(
    z.object({
      part: PlanPart,
      list: z
        .string()
        .describe(
          'kind of object: goals, measures, budget, budgetRules, events, tasks, requests, table, stages, header',
        ),
      id: z.string().describe('empty for the header, the budget rules and the order of a list'),
      name: z.string(),
      kind: z.enum(['added', 'removed', 'changed']),
      fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
})
export type PlanComparison = z.infer<typeof PlanComparison>

/** One thing that is wrong, or worth a look, in a plan. An `error` blocks approval. */
export const Finding = z.object({
  number: z.number().int(),
  rule: z.string(),
  level: z.enum(['error', 'warning', 'note']),
  at: z.object({ part: PlanPart, id: z.string().nullable(), field: z.string().nullable() }),
  source: SourceRef.nullable(),
  figures: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  messageZh: z.string(),
  messageEn: z.string(),
  suggestionZh: z.string(),
  suggestionEn: z.string(),
  rows: z.array(z.string()).describe('rows of the requirement ledger'),
})
export type Finding = z.infer<typeof Finding>

/** What the reading of a yearly table wants its author to know. */
export const PlanTableNote = z.object({
  code: z.string(),
  source: SourceRef.nullable(),
  text: z.string(),
  messageZh: z.string(),
  messageEn: z.string(),
})
export type PlanTableNote = z.infer<typeof PlanTableNote>

const MergeCounts = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  kept: z.number().int(),
  removed: z.number().int(),
})

/**
 * POST …/plans/{plan}/table/import?apply=&mode= (a CSV or XLSX file as multipart) and POST …/plans/{plan}/table/derive (the table
 * as it is stored): the rows, what becomes of them and what that changes; nothing is stored unless `apply`.
 * `mode`: `replace` makes the file the whole table, `merge` keeps rows of periods that the file does not name.
 */
export const PlanTableResult = z.object({
  applied: z.boolean(),
  rows: z.array(TableRow),
  goals: z.array(Goal),
  tasks: z.array(PlanTask),
  requests: z.array(PlanRequest),
  lines: z.array(BudgetLine),
  rules: BudgetRules.shape.stages,
  counts: z.record(z.enum(['table', 'goals', 'tasks', 'requests', 'budget', 'rules']), MergeCounts),
  removed: z.array(z.string()).describe('titles of what the table no longer holds'),
  notes: z.array(PlanTableNote),
  revisions: Revisions,
})
export type PlanTableResult = z.infer<typeof PlanTableResult>

export const PlanTableMode = z.enum(['replace', 'merge'])
export type PlanTableMode = z.infer<typeof PlanTableMode>
