import { z } from 'zod'
import { ClockSubject } from './clocks.ts'

const Instant = z.iso.datetime({ offset: true })

export const DUTY_LEVEL_IDS = ['first', 'second', 'lead'] as const
const DutyLevelId = z.enum(DUTY_LEVEL_IDS)
const DutyPerson = z.object({ person: z.string(), name: z.string().nullable(), known: z.boolean() })

export const DutyShiftView = DutyPerson.extend({
  level: DutyLevelId,
  from: Instant,
  to: Instant,
  standby: z.boolean(),
})

export type DutyShiftView = z.infer<typeof DutyShiftView>

/** A stretch that nobody covers, or too few do. */
export const DutyGap = z.object({
  level: DutyLevelId,
  from: Instant,
  to: Instant,
  people: z.number().int(),
  needed: z.number().int(),
})

export const DUTY_REST_RULES = ['overlap', 'betweenShifts', 'dayHours', 'weekRest', 'monthOvertime'] as const
export const DutyRestProblem = z.object({
  rule: z.enum(DUTY_REST_RULES),
  person: z.string(),
  name: z.string().nullable(),
  on: z.iso.date(),
  actual: z.number(),
  limit: z.number(),
})

/** A page to the people on duty, with whom it called so far. */
export const DutyPageView = z.object({
  id: z.string(),
  title: z.string(),
  details: z.string(),
  subject: ClockSubject,
  raisedAt: Instant,
  acknowledgedAt: Instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  late: z.boolean(),
  nextCallAt: Instant.nullable().describe('when the next level is called unless somebody acknowledges'),
  calls: z.array(DutyPerson.extend({ level: z.string(), at: Instant })),
})
export type DutyPageView = z.infer<typeof DutyPageView>

/** GET …/live/duty?from&to: the rota over business days, half-open, and what is wrong with it. */
export const DutyQuery = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  needed: z.coerce.number().int().min(1).max(50).default(1).describe('people on duty at the first level'),
})
export type DutyQuery = z.input<typeof DutyQuery>

export const DutyView = z.object({
  now: Instant,
  onDuty: z.array(z.object({ level: DutyLevelId, people: z.array(DutyPerson) })),
  shifts: z.array(DutyShiftView),
  gaps: z.array(DutyGap),
  rest: z.array(DutyRestProblem),
  unknownPeople: z.array(z.string()).describe('in the rota, but nobody who signs in: a call does not reach them'),
  pages: z.array(DutyPageView),
})
export type DutyView = z.infer<typeof DutyView>

/** POST …/live/duty/pages */
export const RaiseDutyPage = z.object({
  title: z.string().trim().min(1).max(200),
  details: z.string().trim().max(1000).default(''),
  subject: ClockSubject,
})
export type RaiseDutyPage = z.input<typeof RaiseDutyPage>

/** POST …/live/duty/proposal: shifts that close the gaps and keep every rest. Writes nothing unless `save`. */
export const ProposeRota = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  people: z.array(z.string().trim().min(1).max(120)).min(1).max(100),
  spans: z.string().min(1).max(100).describe('the shifts of each day, such as 00:00-08:00, 08:00-16:00, 16:00-24:00'),
  needed: z.number().int().min(1).max(20).default(1),
  save: z.boolean().default(false),
})
export type ProposeRota = z.input<typeof ProposeRota>

export const RotaProposal = z.object({
  shifts: z.array(DutyShiftView),
  unfilled: z.array(z.object({ from: Instant, to: Instant, missing: z.number().int() })),
  headcount: z.number().int().describe('the least number of people by hours alone, 40 a week'),
  saved: z.boolean(),
})
export type RotaProposal = z.infer<typeof RotaProposal>

/** GET …/live/load: the server process that answers, over its last minute. */
export const LiveLoad = z.object({
  now: Instant,
  seconds: z.number().int().describe('what the counts cover'),
  requests: z.number().int(),
  failures: z.number().int().describe('answers of 500 and above'),
  p95Ms: z.number().nullable(),
  saturation: z.number().describe('share of the time in which the process was at work; at 1 it is full'),
  memoryBytes: z.number().int(),
  queues: z.array(z.object({ id: z.string(), waiting: z.number(), capacity: z.number() })),
  verdict: z.enum(['calm', 'busy', 'full']),
})
export type LiveLoad = z.infer<typeof LiveLoad>

export const MERCHANT_WARNING_KINDS = ['orderSurge', 'badReviews', 'other'] as const

/** A warning for which a plan is owed within its time (P9.08). */
export const MerchantWarningView = z.object({
  id: z.string(),
  kind: z.enum(MERCHANT_WARNING_KINDS),
  evidence: z.string(),
  raisedAt: Instant,
  plan: z.string().nullable(),
  planBy: z.string().nullable(),
  filedAt: Instant.nullable(),
  filedBy: z.string().nullable(),
  filedReference: z.string().nullable(),
  clock: z.string(),
  dueAt: Instant.nullable(),
  remainingMs: z.number(),
  late: z.boolean(),
})
export type MerchantWarningView = z.infer<typeof MerchantWarningView>
export const MerchantWarnings = z.object({ now: Instant, warnings: z.array(MerchantWarningView) })
export type MerchantWarnings = z.infer<typeof MerchantWarnings>

/** POST …/live/merchant-warnings */
export const RaiseMerchantWarning = z.object({
  kind: z.enum(MERCHANT_WARNING_KINDS),
  evidence: z.string().trim().min(1).max(4000),
  raisedAt: Instant.optional(),
})
export type RaiseMerchantWarning = z.input<typeof RaiseMerchantWarning>

/** PUT …/live/merchant-warnings/{warning}/plan */
export const WriteWarningPlan = z.object({ plan: z.string().trim().min(1).max(10_000) })

/** POST …/live/merchant-warnings/{warning}/file: the plan was filed with the platform under its number. */
export const FileWarningPlan = z.object({ reference: z.string().trim().min(1).max(200), filedAt: Instant.optional() })
export type FileWarningPlan = z.input<typeof FileWarningPlan>
