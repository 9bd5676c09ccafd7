import { z } from 'zod'
import { GoalsChanged } from './goals.ts'
import { PlanPeriod } from './plan-fields.ts'

const Day = z.iso.date()
const Figure = z.number().nullable()
const Money = z.number().int().safe()
const Bp = z.number().int()
const Texts = { messageZh: z.string(), messageEn: z.string() }
const Warnings = z.array(z.object({ code: z.string(), ...Texts }))

const Revised = {
  revision: z.number().int().min(0).describe('of the part goals, as it was read'),
  /** False: only say what would change. */
  apply: z.boolean().default(false),
  reason: z.string().max(300).default(''),
}

/** POST …/goals/improvement — the operating targets of an improvement plan as goals of the year (P2.16). */
export const AddImprovementGoals = z.object({
  ...Revised,
  cvrUpliftBp: Bp.min(-9000).max(100_000).default(1500).describe('above last year’s conversion'),
  personalisedShare: z.number().min(0).max(1).default(0.8),
  liveSessionsPerMonth: z.number().int().min(0).max(10_000).default(50),
  stockCoverDaysMax: z.number().min(0).max(10_000).default(30),
  stockOutRateMax: z.number().min(0).max(1).default(0.05),
})
export type AddImprovementGoals = z.input<typeof AddImprovementGoals>

/** Bounds of a category in the mix; what is left out follows the rules. */
const MixOverride = z.object({
  category: z.string().max(120),
  marginBp: Bp.min(-100_000).max(10_000).optional(),
  floorCents: Money.min(0).optional(),
  capCents: Money.min(0).optional(),
  highMargin: z.boolean().optional(),
})

/** POST …/goals/category-mix — category targets that earn the most from the year's total (P2.09). */
export const AskCategoryMix = z.object({
  ...Revised,
  /** In fen; without it the year's goal on paid sales. */
  totalCents: Money.min(0).optional(),
  /** High-margin categories make at least this share of the total; null: not asked. */
  highMarginMinBp: Bp.min(0).max(10_000).nullable().default(null),
  rules: z
    .object({
      floorBp: Bp.min(0).max(100_000).default(8000).describe('of last year, for grown-up categories'),
      capBp: Bp.min(0).max(1_000_000).default(16_000).describe('of last year: the potential'),
      newFloorBp: Bp.min(0).max(10_000).default(100).describe('of the total, for categories first sold last year'),
      newCapBp: Bp.min(0).max(10_000).default(1000).describe('of the total'),
      highMarginBp: Bp.min(-10_000).max(10_000).default(5000).describe('a margin from here on is high'),
    })
    .prefault({}),
  categories: z.array(MixOverride).max(500).default([]),
})
export type AskCategoryMix = z.input<typeof AskCategoryMix>

export const CategoryMix = z.object({
  year: z.number().int(),
  /** The days it is measured by: the year before, or the last 365 days while that year is not over. */
  range: z.object({ from: Day, to: Day }),
  totalCents: Money,
  lastYearCents: Money,
  profitCents: Money.describe('of the mix, at the margins given'),
  /** The same total in last year's proportions. */
  plainProfitCents: Money,
  highMarginShare: z.object({ lastYear: Figure, target: Figure }),
  categories: z.array(
    z.object({
      category: z.string(),
      lastYearCents: Money,
      marginBp: Bp,
      isNew: z.boolean(),
      highMargin: z.boolean(),
      floorCents: Money,
      capCents: Money,
      targetCents: Money,
      growth: Figure,
    }),
  ),
  changed: GoalsChanged,
})
export type CategoryMix = z.infer<typeof CategoryMix>

export const QUADRANTS = ['breakthrough', 'consolidate', 'deepen', 'watch'] as const
const Quadrant = z.enum(QUADRANTS)

/** POST …/goals/regions — regions by penetration and spending power, with targets that sum to the year's (P2.11). */
export const AskRegions = z.object({
  ...Revised,
  totalCents: Money.min(0).optional(),
  /** Growth by quadrant over last year, basis points (10000: as last year); the total is given out in proportion. */
  lift: z
    .object({
      breakthrough: Bp.min(0).max(100_000).default(15_000),
      consolidate: Bp.min(0).max(100_000).default(11_000),
      deepen: Bp.min(0).max(100_000).default(10_500),
      watch: Bp.min(0).max(100_000).default(10_000),
    })
    .prefault({}),
})
export type AskRegions = z.input<typeof AskRegions>

export const RegionTargets = z.object({
  year: z.number().int(),
  /** The days it is measured by: the year before, or the last 365 days while that year is not over. */
  range: z.object({ from: Day, to: Day }),
  totalCents: Money,
  /** What the quadrants are cut by: the whole shop's penetration and spending per buyer. */
  lines: z.object({ penetration: Figure, spendCents: Figure }),
  regions: z.array(
    z.object({
      region: z.string(),
      buyers: z.number().int(),
      paidCents: Money,
      spendCents: z.number().describe('per buyer'),
      potential: Figure.describe('people; the shop’s own register, else the census'),
      potentialFrom: z.enum(['register', 'census']).nullable(),
      penetration: Figure,
      quadrant: Quadrant.nullable(),
      targetCents: Money,
      growth: Figure,
    }),
  ),
  changed: GoalsChanged,
})
export type RegionTargets = z.infer<typeof RegionTargets>

/** GET …/goals/aov — AOV of the days before `asOf` against the same days of last year, by category: mix and price (P2.20). */
export const AovQuery = z.object({
  asOf: Day.optional(),
  days: z.coerce.number().int().min(7).max(731).default(365),
})
export type AovQuery = z.input<typeof AovQuery>

export const AovChange = z.object({
  asOf: Day,
  range: z.object({ from: Day, to: Day }),
  before: z.object({ from: Day, to: Day }),
  buyers: z.object({ from: Figure, to: Figure }),
  from: Figure,
  to: Figure,
  mix: z.number(),
  price: z.number(),
  /** `mix`: more or fewer of the buyers buy there; `price`: those spend more or less. Fen per buyer; they add up to the change. */
  effects: z.array(
    z.object({
      category: z.string(),
      mix: z.number(),
      price: z.number(),
      reach: z.object({ from: z.number(), to: z.number() }).describe('share of the buyers who buy there'),
      spend: z.object({ from: z.number(), to: z.number() }).describe('fen per buyer there'),
    }),
  ),
})
export type AovChange = z.infer<typeof AovChange>

export const AOV_LEVERS = ['bundle', 'couponPack', 'recommendation'] as const

/** POST …/goals/aov-path — a stepped path of AOV from where it stands; with `apply` its steps become goals (P2.20). */
export const PlanAovPath = z.object({
  ...Revised,
  asOf: Day.optional(),
  steps: z
    .array(
      z.object({
        period: PlanPeriod,
        lever: z.enum(AOV_LEVERS),
        category: z.string().max(120),
        /** More spent per buyer there, fen. */
        spendCents: z.number().int().min(-10_000_000).max(10_000_000).default(0),
        /** More of the buyers buy there: 0.02 is two in a hundred. */
        reach: z.number().min(-1).max(1).default(0),
      }),
    )
    .min(1)
    .max(60),
})
export type PlanAovPath = z.input<typeof PlanAovPath>

export const AovPath = z.object({
  asOf: Day,
  base: Figure.describe('AOV of the year before `asOf`, fen'),
  end: Figure,
  steps: z.array(
    z.object({
      period: z.string(),
      lever: z.enum(AOV_LEVERS),
      category: z.string(),
      before: z.number(),
      after: z.number(),
      mix: z.number(),
      price: z.number(),
    }),
  ),
  /** What each lever adds; they sum to the whole path. */
  levers: z.array(z.object({ lever: z.enum(AOV_LEVERS), effect: z.number() })),
  changed: GoalsChanged,
})
export type AovPath = z.infer<typeof AovPath>

/** GET …/goals/daily-base — what an ordinary day sells, month on month, promotions taken out before judging (P2.18). */
export const DailyBase = z.object({
  asOf: Day,
  goal: z.number().describe('growth on the month before that must be kept'),
  months: z.array(
    z.object({
      month: z.string(),
      ordinaryDays: z.number().int(),
      promoDays: z.number().int(),
      base: Figure.describe('fen a day, each weekday counting once'),
      growth: Figure,
      /** Of the month as a whole, promotions and all: what would have been seen without taking them out. */
      wholeGrowth: Figure,
      falling: z.boolean().nullable(),
      /** The base falls while the month as a whole grows. */
      masked: z.boolean(),
    }),
  ),
})
export type DailyBase = z.infer<typeof DailyBase>

export const REPURCHASE_GROUPS = ['all', 'member', 'loyalMember', 'nonMember', 'returning', 'new'] as const

/** GET …/goals/repurchase — repurchase by group with a window that is over for everybody counted (P2.19). */
export const RepurchaseQuery = z.object({
  asOf: Day.optional(),
  windowDays: z.coerce
    .number()
    .pipe(z.union([z.literal(30), z.literal(90), z.literal(180), z.literal(365)]))
    .default(90),
})
export type RepurchaseQuery = z.input<typeof RepurchaseQuery>

export const RepurchaseGoals = z.object({
  asOf: Day,
  windowDays: z.number().int(),
  /** First orders that count: the year whose windows are over by `asOf`. */
  range: z.object({ from: Day, to: Day }),
  before: z.object({ from: Day, to: Day }),
  /** False: no order of the shop names a member tier, so members cannot be told from others. */
  membersKnown: z.boolean(),
  groups: z.array(
    z.object({
      group: z.enum(REPURCHASE_GROUPS),
      rate: Figure,
      rateBefore: Figure,
      change: Figure,
      buyers: Figure,
      paidCents: Figure,
      paidShare: Figure.describe('of the paid amount of all buyers'),
      aovCents: Figure,
    }),
  ),
  memberChange: Figure,
  memberAboveNonMember: z.boolean().nullable(),
  loyalAboveNonMember: z.boolean().nullable(),
  warnings: Warnings,
})
export type RepurchaseGoals = z.infer<typeof RepurchaseGoals>

/** POST …/goals/milestone — so much of a target by a day, as a stage whose gate is measured with the others (P2.14). */
export const AddMilestone = z.object({
  name: z.string().trim().min(1).max(120),
  /** Of which goal; without it of the year's paid sales. */
  goal: z.string().max(80).optional(),
  shareBp: Bp.min(1).max(100_000).default(8000),
  byDay: Day.describe('first day after: the milestone is looked at when the day before is over'),
  reason: z.string().max(300).default(''),
})
export type AddMilestone = z.input<typeof AddMilestone>

export const MilestoneAdded = z.object({ stage: z.string(), value: z.number(), revision: z.number().int() })
export type MilestoneAdded = z.infer<typeof MilestoneAdded>
