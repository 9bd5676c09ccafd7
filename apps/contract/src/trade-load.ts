import { z } from 'zod'

const Count = z.number().int().min(0)
const Ms = z.number().min(0)
const Instant = z.iso.datetime()

const Percentiles = z.object({ p50Ms: Ms, p95Ms: Ms, p99Ms: Ms, maxMs: Ms })

/** One step of a load test. Times count from when a request was due, so waiting to be sent is waiting. */
export const LoadStep = z.object({
  kind: z.enum(['ramp', 'peak', 'overload', 'attack']),
  seconds: z.number(),
  offered: Count,
  offeredPerSecond: z.number(),
  done: Count,
  donePerSecond: z.number(),
  refused: Count,
  failed: Count,
  doneMs: Percentiles.nullable(),
  refusedMs: Percentiles.nullable(),
  /** Of those done, in line before they were let in; and p99 of how far from their turn they were. Reports before the line have neither. */
  waitMs: Percentiles.nullable().default(null),
  outOfTurnMs: Ms.nullable().default(null),
  buyers: Count,
  buyersDone: Count,
  attackers: Count,
  attackersDone: Count,
  /** Mean ms of a done request by part of the server; `http` is what no part claims. */
  parts: z.record(z.string(), z.number()),
})
export type LoadStep = z.infer<typeof LoadStep>

export const LOAD_CHECKS = [
  'room',
  'speed',
  'overload_speed',
  'overload_fair',
  'refused_early',
  'no_failure',
  'buyers',
] as const
export const LoadCheck = z.object({
  check: z.enum(LOAD_CHECKS),
  isPassed: z.boolean(),
  measured: z.number().nullable(),
  goal: z.number(),
})
export type LoadCheck = z.infer<typeof LoadCheck>

/** GET …/order-line — who waits before the orders of this server just now; it is one line for all its shops. */
export const OrderLine = z.object({
  /** Numbers that were given and not yet called. */
  waiting: Count,
  /** Numbers called and given since the server started. */
  called: Count,
  issued: Count,
  /** What the next to come would wait. */
  waitSeconds: Count,
  /** Orders a second that fit, as measured; `null`: there was always room. */
  perSecond: z.number().nullable(),
  /** Of the numbers called lately, so many came. */
  showUp: z.number().nullable(),
  /** Orders under way, and how many may be at once. */
  underWay: Count,
  atOnce: Count,
  /** The order of an opening is being drawn by lot for so long; `null`: it is first come, first served. */
  lotSeconds: z.number().nullable(),
})
export type OrderLine = z.infer<typeof OrderLine>

/** What a load test found: how much is kept up with, what is in the way, and whether it is enough. */
export const LoadReport = z.object({
  id: z.string(),
  startedAt: Instant,
  seconds: z.number(),
  by: z.string(),
  shape: z.string(),
  goals: z.object({
    peakPerSecond: z.number(),
    headroomBp: Count,
    goalMs: Count,
    refuseMs: Count,
    buyersBp: Count,
    fairMs: Count.default(3000),
  }),
  /** Orders a second that were kept up with; `null`: not even the first step. */
  kneePerSecond: z.number().nullable(),
  bottleneck: z.object({ part: z.string(), share: z.number(), lightMs: Ms, heavyMs: Ms }).nullable(),
  steps: z.array(LoadStep),
  checks: z.array(LoadCheck),
  isPassed: z.boolean(),
})
export type LoadReport = z.infer<typeof LoadReport>
export const LoadReports = z.object({ reports: z.array(LoadReport) })
export type LoadReports = z.infer<typeof LoadReports>

/** GET …/capacity — what the busiest day needs. Left out: the forecast's orders, the knee of the last load test, the shop's profile. */
export const CapacityQuery = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  plan: z.string().max(80).optional(),
  dayOrders: z.coerce.number().int().min(0).optional(),
  dayOrdersHigh: z.coerce.number().int().min(0).optional(),
  nodePerSecond: z.coerce.number().positive().optional(),
  busiestMinuteBp: z.coerce.number().int().min(7).max(10_000).optional(),
  secondOverMinuteBp: z.coerce.number().int().min(10_000).max(600_000).default(20_000),
  headroomBp: z.coerce.number().int().min(0).max(100_000).default(3000),
  spareNodes: z.coerce.number().int().min(0).max(100).default(1),
  baseNodes: z.coerce.number().int().min(0).max(1000).default(1),
  nodeDayCents: z.coerce.number().int().min(0).default(2000),
  leadDays: z.coerce.number().int().min(0).max(365).default(7),
  daysBefore: z.coerce.number().int().min(0).max(90).default(3),
  daysAfter: z.coerce.number().int().min(0).max(90).default(2),
})
export type CapacityQuery = z.input<typeof CapacityQuery>

export const CapacityAnswer = z.object({
  day: z.string(),
  /** Where the figures came from. */
  ordersFrom: z.enum(['asked', 'forecast']),
  nodeFrom: z.enum(['asked', 'load_test']),
  minuteFrom: z.enum(['asked', 'last_year', 'preset']),
  dayOrders: Count,
  dayOrdersHigh: Count,
  busiestMinuteBp: Count,
  nodePerSecond: z.number(),
  peakPerSecond: z.number(),
  peakPerSecondHigh: z.number(),
  nodes: Count,
  extraNodes: Count,
  orderBy: z.string(),
  readyFrom: z.string(),
  scaleBackOn: z.string(),
  nodeDays: Count,
  costCents: Count,
  /** The technology line of the plan's budget; `null` without a plan or such a line. */
  technology: z
    .object({
      profile: z.string().nullable(),
      shareBp: z.number().nullable(),
      limitCents: z.number().int(),
      spentCents: z.number().int(),
      leftCents: z.number().int(),
      overCents: Count,
    })
    .nullable(),
  warnings: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
})
export type CapacityAnswer = z.infer<typeof CapacityAnswer>
