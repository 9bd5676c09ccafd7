import { z } from 'zod'

const Cents = z.number().int()
const Minute = z.number().nullable()
const Loss = z.object({ lostSalesCents: Cents, directCents: Cents, recoveredCents: Cents, totalCents: Cents })

/** One fault of a drill and how it was answered; minutes of the day, durations in minutes. */
export const DrillFault = z.object({
  kind: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  plan: z.string(),
  planZh: z.string(),
  planEn: z.string(),
  from: z.number(),
  to: z.number(),
  size: z.number(),
  detectedAt: Minute,
  startedAt: Minute,
  restoredAt: Minute,
  times: z.object({ detect: Minute, start: Minute, restore: Minute }),
  goals: z.object({ detectMinutes: z.number(), startMinutes: z.number(), restoreMinutes: z.number() }),
  passed: z.boolean(),
  score: z.number(),
  parts: z.object({
    detect: z.number(),
    start: z.number(),
    restore: z.number(),
    clocks: z.number(),
    told: z.number(),
  }),
  clocks: z.array(
    z.object({ step: z.string(), zh: z.string(), en: z.string(), dueAt: Minute, doneAt: Minute, late: z.boolean() }),
  ),
  runs: z.array(
    z.object({
      playbook: z.string(),
      askedAt: z.number(),
      actedAt: z.number(),
      people: z.number(),
      changes: z.number(),
    }),
  ),
  affected: z.number(),
  told: z.number(),
  notes: z.record(z.string(), z.number()),
  lossWithout: Loss,
  loss: Loss,
  lessons: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
})
export type DrillFault = z.infer<typeof DrillFault>

export const DrillReport = z.object({
  seed: z.string(),
  day: z.string(),
  scale: z.number(),
  from: z.number(),
  to: z.number(),
  faults: z.array(DrillFault),
  incidents: z.number(),
  falseAlarms: z.number(),
  paidCents: z.object({ calm: Cents, without: Cents, withPlans: Cents }),
  course: z.array(z.object({ minute: z.number(), calm: Cents, without: Cents, withPlans: Cents })),
  score: z.number(),
  passed: z.boolean(),
  /** How the simulated market answers where no fact says it. */
  assumptions: z.record(z.string(), z.number()),
})
export type DrillReport = z.infer<typeof DrillReport>

/** POST /v1/stores/{store}/drills — rehearses one plan, or all of them over a whole day, in the simulated market. */
export const StartDrill = z.strictObject({
  /** A plan of the shop or of the library, or `whole-day`. */
  plan: z.string().max(60).default('whole-day'),
  seed: z.string().trim().min(1).max(60).default('1'),
  scale: z.number().min(0.5).max(20).default(10),
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** The planned drill of a campaign that this one is. */
  campaign: z.string().max(80).optional(),
  entry: z.string().max(80).optional(),
})
export type StartDrill = z.input<typeof StartDrill>

export const DrillState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])
export type DrillState = z.infer<typeof DrillState>

/** GET …/drills and …/drills/{drill}; the report only with one. */
export const DrillInfo = z.object({
  id: z.number(),
  plan: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  seed: z.string(),
  scale: z.number(),
  day: z.string(),
  state: DrillState,
  progress: z.number(),
  score: z.number().nullable(),
  passed: z.boolean().nullable(),
  campaign: z.string().nullable(),
  entry: z.string().nullable(),
  problem: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type DrillInfo = z.infer<typeof DrillInfo>
export const DrillDetail = DrillInfo.extend({ report: DrillReport.nullable() })
export type DrillDetail = z.infer<typeof DrillDetail>

/** GET …/drill-calendar — drills that campaigns have planned, and what came of them. */
export const PlannedDrill = z.object({
  campaign: z.string(),
  campaignName: z.string(),
  entry: z.string(),
  title: z.string(),
  scenario: z.string(),
  phase: z.string(),
  owner: z.string(),
  dueDay: z.string(),
  state: z.enum(['planned', 'due', 'overdue', 'passed', 'failed']),
  heldAt: z.string().nullable(),
})
export type PlannedDrill = z.infer<typeof PlannedDrill>

/** GET …/drill-lessons — what was learnt; POST …/drill-lessons/{lesson} writes what became of it. */
export const DrillLesson = z.object({
  id: z.number(),
  drill: z.number(),
  plan: z.string(),
  planZh: z.string(),
  planEn: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  at: z.string(),
  result: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedAt: z.string().nullable(),
})
export type DrillLesson = z.infer<typeof DrillLesson>
export const CloseLesson = z.strictObject({ result: z.string().trim().min(1).max(500) })
export type CloseLesson = z.input<typeof CloseLesson>

/** POST …/playbooks/{playbook}/gain — the simulated market with exactly this playbook on and off. */
export const AskGain = z.strictObject({ days: z.number().int().min(1).max(5).default(3) })
export type AskGain = z.input<typeof AskGain>
export const PlaybookGain = z.object({
  /** Null: no fault of the simulated market calls for it. */
  plan: z.string().nullable(),
  planZh: z.string(),
  planEn: z.string(),
  days: z.array(
    z.object({
      seed: z.string(),
      faultAt: z.number(),
      firstActedAt: Minute,
      runs: z.number(),
      without: Loss,
      withPlaybook: Loss,
      gainCents: Cents,
    }),
  ),
  gainCents: Cents,
  keptShare: z.number().nullable(),
})
export type PlaybookGain = z.infer<typeof PlaybookGain>

/**
 * POST …/rule-rehearsals — prices seeded carts under a copy of the shop's own rules and goods, before anybody else does: the
 * promotions in force at `at`, and drafts that are named.
 */
export const RehearseRules = z.strictObject({
  /** First instant of the push; now without. */
  at: z.iso.datetime().optional(),
  drafts: z.array(z.string().max(80)).max(50).default([]),
  seed: z.string().trim().min(1).max(60).default('1'),
  carts: z.number().int().min(1).max(20_000).default(2_000),
})
export type RehearseRules = z.input<typeof RehearseRules>

export const RuleRehearsal = z.object({
  carts: z.number(),
  refused: z.number(),
  promotions: z.number(),
  rules: z.number(),
  goods: z.number(),
  /** Goods without cost and floor: nothing can be said of their price but that it is free. */
  goodsWithoutLimit: z.number(),
  findings: z.array(
    z.object({
      kind: z.enum(['belowFloor', 'belowCost', 'free']),
      rules: z.array(z.object({ id: z.string(), name: z.string() })),
      carts: z.number(),
      title: z.string(),
      quantity: z.number(),
      listedCents: Cents,
      payableCents: Cents,
      /** Of one unit: its floor, or its cost. */
      limitCents: Cents,
    }),
  ),
})
export type RuleRehearsal = z.infer<typeof RuleRehearsal>
