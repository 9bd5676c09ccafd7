import { z } from 'zod'
import { Unit } from './metrics.ts'

const Day = z.iso.date()
const Figure = z.number().nullable()

/** Which goods, seen from which day, and how early to begin. Defaults: categories by paid sales, three to six months ahead. */
export const SeasonOutlookQuery = z.object({
  metric: z.string().max(80).default('paid'),
  by: z.string().max(40).default('category'),
  /** First day that is not over; without it the day after the data. */
  asOf: Day.optional(),
  /** Months before a peak at which research begins, and by which it must be decided. */
  leadMost: z.coerce.number().int().min(1).max(12).default(6),
  leadLeast: z.coerce.number().int().min(0).max(12).default(3),
  /** A month counts as a peak from this ratio to a mean month on. */
  indexMin: z.coerce.number().min(1.01).max(10).default(1.2),
})
export type SeasonOutlookQuery = z.input<typeof SeasonOutlookQuery>

/** `watch`: research is not due yet; `research`: it is time; `late`: less lead than the least asked for. */
export const OUTLOOK_STATUSES = ['watch', 'research', 'late'] as const

export const SeasonPeak = z.object({
  /** Value of `by`, and what it is called. */
  group: z.string(),
  label: z.string(),
  /** First and last month of the peak, and its strongest, as `2027-05`. */
  from: z.string(),
  to: z.string(),
  month: z.string(),
  index: z.number().describe('the strongest month over a mean month, growth taken out'),
  years: z.object({ above: z.number().int(), seen: z.number().int() }),
  growth: Figure.describe('the last twelve months over the twelve before'),
  leadDays: z.number().int().describe('from asOf to the first day of the peak'),
  researchFrom: Day,
  decideBy: Day,
  status: z.enum(OUTLOOK_STATUSES),
  /** What the calendar has in those months: the reason, often. */
  occasions: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), mainDay: Day })),
})
export type SeasonPeak = z.infer<typeof SeasonPeak>

/**
 * GET /v1/stores/{store}/season-outlook — peaks of the next twelve months with the days to research and to decide by, and what grows
 * beyond its season (P1.16). Peaks by their first day, then by strength; `rising` the fastest first.
 */
export const SeasonOutlookAnswer = z.object({
  metric: z.string(),
  by: z.string(),
  unit: Unit,
  currency: z.string(),
  asOf: Day,
  lead: z.object({ most: z.number().int(), least: z.number().int() }),
  peaks: z.array(SeasonPeak),
  rising: z.array(
    z.object({
      group: z.string(),
      label: z.string(),
      now: z.number().describe('the last three whole months'),
      yearBefore: z.number(),
      growth: z.number().describe('now ÷ the same months a year before'),
      againstAll: z.number().describe('that growth over the growth of all'),
    }),
  ),
  /** With under 13 months of history: nothing is known of their season. */
  tooShort: z.array(z.object({ group: z.string(), label: z.string() })),
})
export type SeasonOutlookAnswer = z.infer<typeof SeasonOutlookAnswer>

/** POST …/plans/{plan}/season-tasks — a task of the plan's year for each peak that is named, or for all. */
export const RaiseSeasonTasks = SeasonOutlookQuery.extend({
  peaks: z
    .array(z.object({ group: z.string().max(200), from: z.string().max(7) }))
    .max(500)
    .optional()
    .describe('of the outlook; without them all that are decided in the plan’s year'),
})
export type RaiseSeasonTasks = z.input<typeof RaiseSeasonTasks>

export const RaisedSeasonTasks = z.object({
  raised: z.array(z.object({ id: z.string(), title: z.string(), startDay: Day, dueDay: Day })),
  present: z.number().int().describe('were tasks of the plan already'),
  otherYear: z.number().int().describe('are decided in another year than the plan’s'),
})
export type RaisedSeasonTasks = z.infer<typeof RaisedSeasonTasks>
