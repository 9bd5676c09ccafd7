import { z } from 'zod'
import { Unit } from './metrics.ts'
import { COMPARISONS } from './query.ts'

const Day = z.iso.date()
const Days = z.object({ from: Day, to: Day })

/** `custom`: the days of `compareFrom` and `compareTo`; the others as in a query. */
export const EXPLAIN_COMPARISONS = [...COMPARISONS, 'custom'] as const

/** GET /v1/stores/{store}/review/explanation — why a metric changed between two stretches of days (half-open). */
export const ExplainQuery = z.object({
  metric: z.string().max(60).default('paid'),
  from: Day.optional(),
  to: Day.optional(),
  compare: z.enum(EXPLAIN_COMPARISONS).default('previous'),
  compareFrom: Day.optional(),
  compareTo: Day.optional(),
  by: z.string().max(40).default('category').describe('dimension whose values are looked at'),
  limit: z.coerce.number().int().min(1).max(50).default(12),
})
export type ExplainQuery = z.input<typeof ExplainQuery>

const Sides = { from: z.number().nullable(), to: z.number().nullable() }

/** What a driver's change did, in the metric's unit; the effects of all drivers add up to the change exactly. */
export const DriverEffect = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  ...Sides,
  effect: z.number(),
})
export type DriverEffect = z.infer<typeof DriverEffect>

export const Difference = z.object({ mean: z.number(), low: z.number(), high: z.number(), p: z.number() })

/**
 * One value of the dimension. For figures that add up: its change, share of the whole change, and what it has beyond moving as the
 * whole did. For a ratio: what its size (mix) and its own ratio (rate) did to the whole's.
 */
export const PartEffect = z.object({
  value: z.string(),
  label: z.string(),
  ...Sides,
  effect: z.number(),
  share: z.number().nullable(),
  surprise: z.number().nullable(),
  mix: z.number().nullable(),
  rate: z.number().nullable(),
  /** Change of an ordinary day with 95 % bounds; null where there are too few days, or the figure does not add up by day. */
  daily: Difference.nullable(),
  isSignificant: z.boolean(),
})
export type PartEffect = z.infer<typeof PartEffect>

export const PriceVolumeMix = z.object({ volume: z.number(), price: z.number(), mix: z.number() })

/** The question behind a figure, to open in the explorer. */
export const FigureQuery = z.object({ metrics: z.array(z.string()), by: z.array(z.string()), from: Day, to: Day })

export const EXPLAIN_NOTES = [
  'no_visits',
  'no_people',
  'people_overlap',
  'other_length',
  'running_day',
  'no_comparison',
] as const

export const Explanation = z.object({
  metric: z.object({
    id: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    unit: Unit,
    higherIsBetter: z.boolean().nullable(),
  }),
  currency: z.string(),
  range: Days.nullable(),
  compareRange: Days.nullable(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  change: z.number().nullable(),
  /** Change ÷ before. */
  changeShare: z.number().nullable(),
  drivers: z.array(DriverEffect),
  dimension: z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() }),
  method: z.enum(['sum', 'mixRate', 'none']),
  parts: z.array(PartEffect),
  /** Values beyond the limit, together. */
  others: z.object({ values: z.number().int(), effect: z.number() }).nullable(),
  /** What the parts do not add up to: people who are in several of them, or days that belong to none. */
  rest: z.number().nullable(),
  priceVolumeMix: PriceVolumeMix.nullable(),
  notes: z.array(z.object({ code: z.enum(EXPLAIN_NOTES), message: z.string(), messageEn: z.string() })),
  queries: z.array(FigureQuery),
})
export type Explanation = z.infer<typeof Explanation>
