import { z } from 'zod'
import { Unit } from './metrics.ts'

export const TIME_GRAINS = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'campaignDay'] as const
export const TimeGrain = z.enum(TIME_GRAINS)
export type TimeGrain = z.infer<typeof TimeGrain>

export const COMPARISONS = ['previous', 'yoy', 'campaignDay', 'lunar'] as const
export const Comparison = z.enum(COMPARISONS)
export type Comparison = z.infer<typeof Comparison>

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const Filter = z.object({
  dimension: z.string(),
  op: z.enum(['in', 'notIn']).default('in'),
  values: z.array(z.string()).min(1).max(1000),
})
export type Filter = z.infer<typeof Filter>

/**
 * POST /v1/stores/{store}/query
 * Days are the shop's business days and half-open: `from` counts, `to` does not. Without them: all the shop's data.
 * `by` holds at most one time grain and up to three other dimensions.
 */
export const QueryRequest = z.object({
  metrics: z.array(z.string()).min(1).max(40),
  by: z.array(z.string()).max(4).default([]),
  from: Day.optional(),
  to: Day.optional(),
  filters: z.array(Filter).max(20).default([]),
  compare: Comparison.optional(),
  /** Rows, after ordering. */
  limit: z.number().int().min(1).max(100_000).default(10_000),
  order: z.object({ by: z.string(), direction: z.enum(['asc', 'desc']) }).optional(),
  /** Fill periods without data with rows of null or 0, so that a chart shows the gap. */
  fillGaps: z.boolean().default(false),
  explain: z.boolean().default(false),
})
export type QueryRequest = z.input<typeof QueryRequest>

export const QueryColumn = z.object({
  id: z.string(),
  kind: z.enum(['dimension', 'metric', 'comparison']),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: Unit.nullable(),
})
export type QueryColumn = z.infer<typeof QueryColumn>

export const Cell = z.union([z.string(), z.number(), z.null()])
export type Cell = z.infer<typeof Cell>

/**
 * A figure that stands for only some of the days that its place names: data begins or ends within them, or today is not
 * over. `period` is the row's period, empty for the whole range (totals, and rows without a time grain); `column` a metric
 * or its twin. Show the figure with its days; build no percentage of the metric in that place unless `comparable`.
 */
export const PartialFigure = z.object({
  period: z.string(),
  column: z.string(),
  days: z.number().int().describe('days with data'),
  ofDays: z.number().int().describe('days of the place'),
  running: z.boolean().describe('today is among the days and is not over'),
  comparable: z.boolean().describe('both sides hold the same stretch'),
})
export type PartialFigure = z.infer<typeof PartialFigure>

const Days = z.object({ from: z.string(), to: z.string() })

/**
 * One object a row, keyed by dimension and metric id. Money is whole minor units, ratios are fractions, periods are
 * `2011`, `2011-Q4`, `2011-11`, `2011-11-07` (weeks by their Monday), `2011-11-07T13`, `2011-11-07T13:05`; campaign days
 * are `D-7`, `D0`, `D+3`. With a comparison each metric has a twin `<id>Compare`. `null`: no value (an empty
 * denominator, an unknown figure), never 0.
 */
export const QueryResult = z.object({
  columns: z.array(QueryColumn),
  rows: z.array(z.record(z.string(), Cell)),
  /** The same metrics over the whole range: distinct counts are counted again, not added up. */
  totals: z.record(z.string(), Cell),
  range: Days.nullable(),
  compareRange: Days.nullable(),
  /**
   * With a comparison, while the range is not over: what is over of it, and the same stretch that totals and the last
   * period are compared with. Null when the range is over.
   */
  elapsed: z.object({ range: Days, compareRange: Days }).nullable(),
  partial: z.array(PartialFigure),
  /** Latest fact behind the answer, ISO instant. */
  freshness: z.string().nullable(),
  truncated: z.boolean(),
  currency: z.string(),
  /** What values that are ids are called, by dimension: `{ item: { "6012": "…" } }`; only values of these rows. */
  labels: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** The SQL behind each figure, when asked with `explain`. */
  sql: z.array(z.object({ source: z.string(), metrics: z.array(z.string()), text: z.string() })).optional(),
})
export type QueryResult = z.infer<typeof QueryResult>

/** GET /v1/stores/{store}/query.csv and query.xlsx — the same question as JSON text; needs data:export. */
export const QueryExport = z.object({
  request: z.string().max(50_000).describe('a QueryRequest as JSON'),
  language: z.enum(['zh', 'en']).default('zh'),
})
export type QueryExport = z.input<typeof QueryExport>

/** POST /v1/stores/{store}/funnel — ordered steps within a window, each visitor counted once at the furthest step. */
export const FunnelRequest = z.object({
  steps: z.array(z.string()).min(2).max(8).describe('event types in order, e.g. view, cart, order, pay'),
  windowMinutes: z
    .number()
    .int()
    .min(1)
    .max(60 * 24 * 90)
    .default(60 * 24),
  from: Day.optional(),
  to: Day.optional(),
  by: z.enum(['page', 'device', 'channel', 'province', 'category']).optional(),
  filters: z.array(Filter).max(20).default([]),
})
export type FunnelRequest = z.input<typeof FunnelRequest>

export const FunnelSteps = z.array(
  z.object({
    step: z.string(),
    visitors: z.number(),
    /** Of the step before; null at the first step or when nobody was there. */
    stepRate: z.number().nullable(),
    totalRate: z.number().nullable(),
    lost: z.number(),
  }),
)
export type FunnelSteps = z.infer<typeof FunnelSteps>

/** `worst` names the step and group with the largest loss against the other groups, when `by` is given. */
export const FunnelResult = z.object({
  steps: FunnelSteps,
  groups: z.array(z.object({ group: z.string(), steps: FunnelSteps })),
  worst: z
    .object({
      group: z.string(),
      step: z.string(),
      stepRate: z.number(),
      otherRate: z.number(),
      lostVisitors: z.number(),
    })
    .nullable(),
  sql: z.string(),
})
export type FunnelResult = z.infer<typeof FunnelResult>

/** POST /v1/stores/{store}/cohorts — buyers by the period of their first purchase, and who came back when. */
export const CohortRequest = z.object({
  grain: z.enum(['week', 'month', 'quarter']).default('month'),
  measure: z.enum(['buyers', 'paid']).default('buyers'),
  from: Day.optional(),
  to: Day.optional(),
})
export type CohortRequest = z.input<typeof CohortRequest>

const PerFirstBuyer = z
  .array(z.number().nullable())
  .describe('by whole periods after the first: a share for buyers, minor units for paid')

export const CohortResult = z.object({
  grain: z.string(),
  currency: z.string(),
  cohorts: z.array(
    z.object({
      cohort: z.string(),
      size: z.number(),
      /** Index = whole periods after the first; null where the period is not over the data yet. */
      values: z.array(z.number().nullable()),
      /** `values` for each of `size`: the share that bought, or what one first buyer paid in the period. */
      each: PerFirstBuyer,
      /** What one first buyer paid up to and with the period; empty for buyers, who do not add up. */
      toDate: PerFirstBuyer,
    }),
  ),
  /** All cohorts together: at each period those that have lived through it. */
  overall: z.object({ size: z.number(), each: PerFirstBuyer, toDate: PerFirstBuyer }),
  sql: z.string(),
})
export type CohortResult = z.infer<typeof CohortResult>

/** GET /v1/stores/{store}/cohorts.csv — one figure of the same table as a file; needs data:export. */
export const CohortExport = CohortRequest.extend({
  figure: z.enum(['values', 'each', 'toDate']).default('each'),
  language: z.enum(['zh', 'en']).default('zh'),
})
export type CohortExport = z.input<typeof CohortExport>
