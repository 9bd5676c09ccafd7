import { z } from 'zod'
import { Unit } from './metrics.ts'
import { Filter } from './query.ts'

const Day = z.iso.date()

export const FORECAST_GRAINS = ['day', 'week', 'month'] as const
export const ForecastGrain = z.enum(FORECAST_GRAINS)
export type ForecastGrain = z.infer<typeof ForecastGrain>

export const FORECAST_MODELS = [
  'auto',
  'naive',
  'drift',
  'seasonalNaive',
  'ses',
  'holt',
  'dampedHolt',
  'holtWintersAdditive',
  'holtWintersMultiplicative',
  'ets',
  'theta',
  'croston',
  'sba',
  'tsb',
  'adida',
  'decomposition',
] as const

/**
 * What of the shop's own facts a forecast may take into account: the price per unit (件单价), the depth of discounts (优惠率), days that
 * could not sell for want of stock, pre-sale orders placed before.
 */
export const FORECAST_INFLUENCES = ['price', 'promotion', 'stockOut', 'presale'] as const
export const ForecastInfluenceId = z.enum(FORECAST_INFLUENCES)
export type ForecastInfluenceId = z.infer<typeof ForecastInfluenceId>

/** What is planned for the horizon; without it prices stay as they were last, and there is no promotion. */
export const PlannedInfluences = z.object({
  /** Against the last price, basis points: -1000 is ten percent off. */
  priceChangeBp: z.number().int().min(-9000).max(100_000).default(0),
  discounts: z
    .array(
      z.object({
        from: Day,
        to: Day.describe('first day after'),
        /** Discount as a share of the list price, basis points. */
        depthBp: z.number().int().min(0).max(10_000),
      }),
    )
    .max(100)
    .default([]),
})
export type PlannedInfluences = z.output<typeof PlannedInfluences>

/**
 * POST /v1/stores/{store}/forecast — what a metric will be. History is the shop's own, up to `asOf` (default: the last whole
 * period of the data). With `by`, each value of the dimension gets a forecast of its own and, for metrics that add up, the
 * parts add up to the whole exactly.
 */
export const ForecastRequest = z.object({
  metric: z.string().max(80),
  grain: ForecastGrain.default('day'),
  /** Periods ahead. */
  horizon: z.number().int().min(1).max(730).default(28),
  by: z.string().max(40).optional(),
  /** Values of `by`, the largest first; the rest is one line of its own. */
  groups: z.number().int().min(1).max(200).default(20),
  filters: z.array(Filter).max(20).default([]),
  /** First day that is no longer history. */
  asOf: Day.optional(),
  model: z.enum(FORECAST_MODELS).default('auto'),
  levels: z.array(z.number().gt(0).lt(1)).min(1).max(3).default([0.8, 0.95]),
  with: z.array(ForecastInfluenceId).max(FORECAST_INFLUENCES.length).default([]),
  planned: PlannedInfluences.prefault({}),
})
export type ForecastRequest = z.input<typeof ForecastRequest>

export const ForecastPoint = z.object({
  /** As in query answers: `2027-06-18`, the Monday of a week, `2027-06`. */
  period: z.string(),
  mean: z.number(),
  lower: z.array(z.number()),
  upper: z.array(z.number()),
  /** They add up to the mean. */
  parts: z.object({ base: z.number(), season: z.number(), event: z.number(), promotion: z.number() }),
})
export type ForecastPoint = z.infer<typeof ForecastPoint>

const Score = z.object({ mase: z.number().nullable(), rmsse: z.number().nullable() })

/** How the forecast did on the history's own end; `naive` is what must be beaten. */
export const ForecastBacktest = Score.extend({
  origins: z.number(),
  horizon: z.number(),
  naive: Score,
  coverage: z.array(z.object({ level: z.number(), share: z.number().nullable() })),
  candidates: z.array(Score.extend({ model: z.string() })),
})
export type ForecastBacktest = z.infer<typeof ForecastBacktest>

export const ForecastLine = z.object({
  /** Value of `by`; `null` for the whole and for what is left beside the largest groups. */
  group: z.string().nullable(),
  label: z.string().nullable(),
  rest: z.boolean(),
  model: z.string(),
  members: z.array(z.object({ model: z.string(), weight: z.number() })),
  history: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
  values: z.array(ForecastPoint),
  /** Over the horizon, for metrics that add up. */
  total: z.object({ mean: z.number(), lower: z.array(z.number()), upper: z.array(z.number()) }).nullable(),
  backtest: ForecastBacktest.nullable(),
  influences: z.array(
    z.object({
      id: ForecastInfluenceId,
      /**
       * `price`: elasticity (-2: one percent dearer sells two percent less). `promotion`, `presale`: growth at the strongest that was
       * seen (0.8: +80 %). `stockOut`: growth at one deviation more of SKUs without stock. Null where it cannot be told.
       */
      effect: z.number().nullable(),
      /** Periods of history where it is known; of `stockOut` those that could sell nothing and count as unknown. */
      periods: z.number().int(),
    }),
  ),
  warnings: z.array(z.object({ code: z.string(), detail: z.string(), message: z.string(), messageEn: z.string() })),
})
export type ForecastLine = z.infer<typeof ForecastLine>

export const ForecastResult = z.object({
  metric: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: Unit,
  currency: z.string(),
  grain: ForecastGrain,
  levels: z.array(z.number()),
  asOf: z.string(),
  whole: ForecastLine,
  groups: z.array(ForecastLine),
})
export type ForecastResult = z.infer<typeof ForecastResult>
