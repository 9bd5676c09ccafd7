import { z } from 'zod'
import { Unit } from './metrics.ts'
import { PlanPeriod } from './plan-fields.ts'
import { Goal, GoalScope, MAX_GOALS, OwnMeasure } from './plan-goals.ts'

const GoalId = z.string().min(1).max(80)
const Figure = z.number().nullable()
const Texts = { messageZh: z.string(), messageEn: z.string() }

/** What a goal is called where it has no name of its own: metric, period, scope. */
export const GoalName = z.object({ id: GoalId, nameZh: z.string(), nameEn: z.string() })

/** One sum that must hold. `gap`: parent less children, what is not given out yet (positive) or given out twice. */
export const GoalSum = z.object({
  parent: GoalId,
  axis: z.string(),
  /** Its children hang under other goals and meet here by what they measure: the twelve months of one category. */
  crossed: z.boolean(),
  children: z.number().int(),
  target: Figure,
  sum: z.number(),
  gap: Figure,
  blanks: z.array(GoalId).describe('children without a target, the first 200'),
})
export type GoalSum = z.infer<typeof GoalSum>

export const GoalFault = z.object({ code: z.string(), goal: GoalId, others: z.array(GoalId), ...Texts })
export type GoalFault = z.infer<typeof GoalFault>

/** What the tree's metrics are called and how they behave. */
export const GoalMetricInfo = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: Unit,
  kind: z.enum(['additive', 'distinct', 'ratio', 'average', 'snapshot']),
  dimensions: z.array(z.string()),
  /** True for money and counts: targets are whole. */
  whole: z.boolean(),
})
export type GoalMetricInfo = z.infer<typeof GoalMetricInfo>

/** GET /v1/stores/{store}/plans/{plan}/goals — the tree with its open sums and faults. */
export const GoalsView = z.object({
  plan: z.string(),
  year: z.number().int(),
  currency: z.string(),
  revision: z.number().int(),
  editable: z.boolean(),
  goals: z.array(Goal),
  /** The plan's own measures: they are stored with the goals, so a change of the part sends them back. */
  measures: z.array(OwnMeasure),
  metrics: z.array(GoalMetricInfo),
  sums: z.array(GoalSum).describe('sums that do not hold'),
  faults: z.array(GoalFault),
  /** Display names of values that are ids, by dimension. */
  labels: z.record(z.string(), z.record(z.string(), z.string())),
})
export type GoalsView = z.infer<typeof GoalsView>

const Revised = {
  revision: z.number().int().min(0).describe('of the part goals, as it was read'),
  /** False: only say what would change. */
  apply: z.boolean().default(false),
  reason: z.string().max(300).default(''),
}

/** Who takes up the difference of an edit. */
export const GOAL_ABSORB = ['siblings', 'ancestors', 'both', 'nobody'] as const

/** POST …/goals/edit — one cell or a block; parts of an edited goal follow it in proportion. */
export const EditGoals = z.object({
  ...Revised,
  edits: z
    .array(
      z.object({
        id: GoalId,
        target: Figure.optional(),
        locked: z.boolean().optional(),
        floor: Figure.optional(),
        cap: Figure.optional(),
      }),
    )
    .min(1)
    .max(MAX_GOALS),
  absorb: z.enum(GOAL_ABSORB).default('siblings'),
})
export type EditGoals = z.input<typeof EditGoals>

/** POST …/goals/spread — split a goal, or a new root, over periods and dimensions. */
export const SpreadGoals = z.object({
  ...Revised,
  /** The goal to split. Without it, the root on `metric` and `scope`, which is made when it is not there. */
  goal: GoalId.optional(),
  metric: z.string().max(80).default('paid'),
  scope: GoalScope.default({}),
  /** In the metric's unit (fen); without it the goal keeps its target, or grows last year's figure by `growthBp`. */
  total: z.number().int().safe().optional(),
  growthBp: z.number().int().min(-9000).max(100_000).optional(),
  by: z
    .array(z.string().max(40))
    .min(1)
    .max(4)
    .describe('quarter, month, day, or dimensions of the metric, one within the other'),
  /** `season`: the learnt course of the year on the plan year's own calendar; `lastYear`: last year's months; `even`: by days. */
  shape: z.enum(['season', 'lastYear', 'even']).default('season'),
  crossTotals: z.boolean().default(true).describe('also a yearly total for each value of a later dimension'),
})
export type SpreadGoals = z.input<typeof SpreadGoals>

/** POST …/goals/reconcile — the least change that makes every sum hold; `fillBlanks` also proposes the blank cells. */
export const ReconcileGoals = z.object({ ...Revised, fillBlanks: z.boolean().default(false) })
export type ReconcileGoals = z.input<typeof ReconcileGoals>

/** POST …/goals/baselines — last year's figures from the data beside each goal. */
export const FillBaselines = z.object({ ...Revised, overwrite: z.boolean().default(false) })
export type FillBaselines = z.input<typeof FillBaselines>

/** What an edit, a spread or a reconciliation changes, or has changed. */
export const GoalsChanged = z.object({
  applied: z.boolean(),
  revision: z.number().int(),
  changes: z.array(z.object({ id: GoalId, field: z.enum(['target', 'baseline']), before: Figure, after: z.number() })),
  blanked: z.array(GoalId),
  made: z.array(Goal),
  /** Sums that still do not hold. */
  sums: z.array(GoalSum),
  warnings: z.array(z.object({ code: z.string(), ...Texts })),
})
export type GoalsChanged = z.infer<typeof GoalsChanged>

/**
 * POST …/goals/node-drivers — UV, CVR and AOV as auxiliary targets under every goal on paid sales, category by category (P2.08). Rates go
 * on from last year with the growth given, visitors follow; locked figures stay.
 */
export const AddNodeDrivers = z.object({
  ...Revised,
  /** Which goals: those on the whole year, also quarters and months, or the one named. */
  periods: z.enum(['year', 'all']).default('year'),
  goal: GoalId.optional(),
  cvrGrowthBp: z.number().int().min(-9000).max(100_000).default(0),
  aovGrowthBp: z.number().int().min(-9000).max(100_000).default(0),
})
export type AddNodeDrivers = z.input<typeof AddNodeDrivers>

const LastAndTarget = z.object({ last: Figure, target: Figure })

export const NodeDriversAnswer = z.object({
  /**
   * `visits`: UV × CVR × AOV make the target. `buyers`: visits are not counted there (a SKU), paying buyers × AOV make it.
   * `overdetermined`: locked figures contradict the target. `unknown`: nothing of last year to go by.
   */
  nodes: z.array(
    z.object({
      goal: GoalId,
      kind: z.enum(['visits', 'buyers', 'overdetermined', 'unknown']),
      paid: LastAndTarget,
      uv: LastAndTarget,
      cvr: LastAndTarget,
      aov: LastAndTarget,
      buyers: LastAndTarget,
    }),
  ),
  changed: GoalsChanged,
})
export type NodeDriversAnswer = z.infer<typeof NodeDriversAnswer>

const Drivers = z.object({ gmv: Figure, uv: Figure, cvr: Figure, aov: Figure })

/**
 * POST …/goals/drivers — GMV = UV × CVR × AOV (paid basis, per buyer). Leave one `null` to have it found; give all four to
 * have them checked. `as: growth`: rates over last year (0.3 is +30 %), figures with the last year's data where there are any.
 */
export const SolveDrivers = z.object({
  as: z.enum(['values', 'growth']).default('values'),
  given: Drivers,
  period: PlanPeriod.optional(),
  scope: GoalScope.default({}),
})
export type SolveDrivers = z.input<typeof SolveDrivers>

const DriverId = z.enum(['gmv', 'uv', 'cvr', 'aov'])
export const DriversAnswer = z.object({
  kind: z.enum(['solved', 'consistent', 'overdetermined', 'underdetermined', 'impossible']),
  /** The driver that was found, or that no figure fits. */
  driver: DriverId.nullable(),
  /** All four, whole units where they are whole (UV rounded up: it is what is needed at least). */
  values: Drivers.nullable(),
  /** Over last year; null without last year's figures. */
  growth: Drivers.nullable(),
  slacks: z.array(z.object({ driver: DriverId, given: z.number(), needed: z.number(), slack: z.number() })),
  missing: z.array(DriverId),
  base: Drivers.nullable().describe('last year, from the data'),
  basePeriod: z.string().nullable(),
  ...Texts,
})
export type DriversAnswer = z.infer<typeof DriversAnswer>

/**
 * 达成 `achieved`: the forecast's lower limit meets the target; 有风险 `atRisk`: the target lies in the interval; 落后 `behind`:
 * not even its upper limit does.
 */
export const ATTAINMENT_STATUSES = ['achieved', 'atRisk', 'behind', 'unset', 'unknown'] as const
export const AttainmentRow = z.object({
  goal: GoalId,
  target: Figure,
  actual: Figure,
  rate: Figure.describe('actual ÷ target'),
  end: z.object({ mean: z.number(), lower: z.number(), upper: z.number() }).nullable(),
  gap: Figure.describe('target less expected end; positive is missing'),
  daysGone: z.number().int(),
  daysLeft: z.number().int(),
  perDay: Figure,
  neededPerDay: Figure,
  catchUp: Figure.describe('needed ÷ so far'),
  status: z.enum(ATTAINMENT_STATUSES),
  /** Of the goal that it is a part of by a dimension, in the same metric: the denominator is that goal's figure (P2.04). */
  share: z.object({ of: GoalId, target: Figure, actual: Figure }).nullable(),
  /** How the end was found: a forecast of its own, a share of the whole's forecast, figures entered by hand, nothing more to come. */
  method: z.enum(['forecast', 'share', 'over', 'entered', 'none']),
})
export type AttainmentRow = z.infer<typeof AttainmentRow>

/** GET …/goals/attainment?asOf= — how far each goal is and where it is heading. `asOf`: the first day that is not over. */
export const GoalsAttainment = z.object({
  asOf: z.string(),
  level: z.number().describe('of the intervals'),
  currency: z.string(),
  rows: z.array(AttainmentRow),
  warnings: z.array(z.object({ code: z.string(), ...Texts })),
})
export type GoalsAttainment = z.infer<typeof GoalsAttainment>

/**
 * GET …/goals/{goal}/gap?asOf= — what makes the difference between the expected end and the target. The causes' effects add up
 * to `difference` exactly; so do the gaps of the parts along each axis, where every sum holds.
 */
export const GoalGap = z.object({
  goal: GoalId,
  asOf: z.string(),
  target: z.number(),
  expected: z.number(),
  difference: z.number().describe('expected − target'),
  lastYear: z.object({ from: z.string(), to: z.string(), value: z.number() }).nullable(),
  /**
   * `uv`, `cvr`, `aov` (or `buyers`): of the whole period as they are forecast to end, against last year's whole period. Where they
   * have no forecast: of the days that are over against the same days of last year, and `rest`: what is still expected against last
   * year's rest. `plannedGrowth`: what the target asked for above last year.
   */
  causes: z.array(z.object({ id: z.string(), effect: z.number(), from: Figure, to: Figure })),
  parts: z.array(z.object({ axis: z.string(), goal: GoalId, target: Figure, expected: Figure, difference: Figure })),
})
export type GoalGap = z.infer<typeof GoalGap>

/** GET …/goals/{goal}/replay — what was expected of each month of a goal as it began, and what came. */
export const GoalReplay = z.object({
  goal: GoalId,
  periods: z.array(z.object({ period: z.string(), expected: Figure, actual: Figure, error: Figure, relative: Figure })),
  wape: Figure.describe('sum of errors without sign ÷ sum of actuals'),
  bias: Figure.describe('sum of errors ÷ sum of actuals; positive: expected too much'),
})
export type GoalReplay = z.infer<typeof GoalReplay>

/** GET …/goals/stages — the roadmap's gates with the figure of each criterion. */
export const StageGates = z.array(
  z.object({
    stage: z.string(),
    name: z.string(),
    fromDay: z.string(),
    toDay: z.string(),
    state: z.enum(['open', 'waiting', 'blocked']),
    criteria: z.array(
      z.object({
        metric: z.string(),
        op: z.enum(['atLeast', 'atMost']),
        value: z.number(),
        scope: GoalScope,
        actual: Figure,
        met: z.boolean(),
      }),
    ),
    problems: z.array(z.enum(['ends_before_start', 'outside_contract', 'overlaps_previous', 'no_criteria'])),
  }),
)
export type StageGates = z.infer<typeof StageGates>

/** POST …/goals/award-tasks — a task for each award of the plan's year that is still to be applied for. */
export const RaisedAwardTasks = z.object({
  tasks: z.array(
    z.object({
      awardId: z.string(),
      title: z.string(),
      dueDay: z.string(),
      owner: z.string().nullable(),
      urgency: z.enum(['late', 'due', 'later']),
    }),
  ),
  raised: z.array(z.string()).describe('ids of the tasks that were not there yet'),
})
export type RaisedAwardTasks = z.infer<typeof RaisedAwardTasks>
