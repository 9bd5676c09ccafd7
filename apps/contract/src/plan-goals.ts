import { z } from 'zod'
import { Unit } from './metrics.ts'
import { Day, Figure, Id, Name, Note, Person, PlanPeriod } from './plan-fields.ts'

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

/** Nodes of one plan; a larger tree is refused with this figure named. */
export const MAX_GOALS = 20_000
