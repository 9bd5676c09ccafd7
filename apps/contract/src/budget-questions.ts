import { z } from 'zod'

const Cents = z.number().int().safe()
const Day = z.iso.date()
const Bp = z.number().int()

/** GET …/plans/{plan}/budget/pacing — a campaign's money by day, what was spent, what is left for the burst (P4.05). */
export const PacingQuery = z.object({
  line: z.string().max(80),
  event: z.string().max(80).optional().describe('campaign whose main days are the burst; default: the one of the line'),
  asOf: Day.optional(),
  tolerance: z.coerce.number().min(0).max(1).default(0.1),
})
export type PacingQuery = z.input<typeof PacingQuery>

export const PacingView = z.object({
  lineId: z.string(),
  eventId: z.string(),
  totalCents: Cents,
  burst: z.object({ from: Day, to: Day }),
  preBurstShareBp: Bp,
  preBurstDays: z.number().int(),
  /** Where the shape of the days comes from: spend of the same days a year before, or an even rise. */
  curve: z.enum(['lastYear', 'even']),
  asOfDay: Day,
  days: z.array(
    z.object({
      day: Day,
      phase: z.enum(['preBurst', 'burst']),
      plannedCents: Cents,
      /** As the tools report it; `null` after `asOfDay`. */
      spentCents: Cents.nullable(),
    }),
  ),
  delivery: z.object({
    plannedCents: Cents,
    spentCents: Cents,
    error: z.number().nullable(),
    verdict: z.enum(['onPlan', 'under', 'over', 'early']),
    remainingCents: Cents,
    daysLeft: z.number().int(),
    neededPerDayCents: Cents.nullable(),
  }),
  /** Cap to set for the day after `asOfDay`. */
  nextDayCapCents: Cents.nullable(),
  remainder: z.object({
    remainderCents: Cents,
    remainderShare: z.number().nullable(),
    neededShare: z.number().nullable(),
    neededBy: z.enum(['rule', 'demand']).nullable(),
    tooSmall: z.boolean(),
  }),
})
export type PacingView = z.infer<typeof PacingView>

/** GET …/plans/{plan}/budget/channels — keep or cut by measured ROI (P4.11). */
export const ChannelsQuery = z.object({
  from: Day.optional(),
  to: Day.optional(),
  reviewAfterDays: z.coerce.number().int().min(1).max(365).default(14),
})
export type ChannelsQuery = z.input<typeof ChannelsQuery>

export const ChannelVerdicts = z.object({
  range: z.object({ from: Day, to: Day }).nullable(),
  rule: z.object({
    roiMinMilli: z.number().nullable(),
    roiMinClicks: z.number().nullable(),
    roiMinSpendCents: Cents.nullable(),
  }),
  channels: z.array(
    z.object({
      tool: z.string(),
      channel: z.string().nullable(),
      spendCents: Cents,
      attributedCents: Cents.nullable(),
      clicks: z.number().nullable(),
      roiMilli: z.number().nullable(),
      verdict: z.enum(['keep', 'cut', 'defer']),
      reason: z.enum(['meets_threshold', 'below_threshold', 'no_rule', 'no_attribution', 'few_clicks', 'little_spend']),
      reviewDay: Day,
    }),
  ),
})
export type ChannelVerdicts = z.infer<typeof ChannelVerdicts>

/** POST …/plans/{plan}/budget/scenario — what if costs rise, returns fall, prices are fought over (P4.18). Basis points. */
export const RunScenario = z.object({
  costInflationBp: Bp.min(-9000).max(100_000).default(0),
  inflationOn: z.enum(['offSite', 'all']).default('offSite'),
  response: z.enum(['sameSpend', 'sameVolume']).default('sameSpend'),
  roiChangeBp: z.record(z.string().max(80), Bp.min(-9000).max(100_000)).default({}),
  priceChangeBp: Bp.min(-9000).max(100_000).default(0),
  volumeChangeBp: Bp.min(-9000).max(100_000).default(0),
})
export type RunScenario = z.input<typeof RunScenario>

export const ScenarioFigures = z.object({
  spendCents: Cents,
  gmvCents: Cents,
  newBuyers: z.number().nullable().describe('null while no year with ad spend is known to rest on'),
  feeRatio: z.number().nullable(),
  cacCents: z.number().nullable(),
})
export type ScenarioFigures = z.infer<typeof ScenarioFigures>

export const ScenarioAnswer = z.object({
  months: z.array(z.object({ period: z.string(), base: ScenarioFigures, shocked: ScenarioFigures })),
  base: ScenarioFigures,
  shocked: ScenarioFigures,
  ceilings: z.object({
    feeRatioMaxBp: z.number().nullable(),
    feeRatioOver: z.boolean(),
    cacMaxCents: Cents.nullable(),
    cacOver: z.boolean(),
  }),
  /** Channels of the expected course, with what their figures rest on. */
  channels: z.array(
    z.object({
      channel: z.string(),
      offSite: z.boolean(),
      spendCents: Cents,
      roi: z.number().nullable(),
      roiFrom: z.enum(['measured', 'average', 'none']),
    }),
  ),
  /** Year whose measured returns and new buyers the expected course rests on; `null` without data. */
  measuredYear: z.string().nullable(),
})
export type ScenarioAnswer = z.infer<typeof ScenarioAnswer>

/** POST …/plans/{plan}/budget/cac — acquisition with its incentives against the ceiling (P2.12). */
export const CheckCac = z.object({
  costs: z
    .array(
      z.object({
        name: z.string().min(1).max(120),
        cents: Cents.min(0),
        baselinePerBuyerCents: Cents.nullable().default(null),
      }),
    )
    .min(1)
    .max(50),
  newBuyers: z.number().int().min(0),
  /** The industry's mean cost of a new buyer and the share of it that is the ceiling; without it the plan's own ceiling. */
  industry: z
    .object({ meanCents: Cents.min(0), shareBp: z.number().int().min(1).max(20_000).default(8000) })
    .optional(),
  /** What returning buyers get beside it: double points, gifts. */
  retention: z.object({ orders: z.number().int().min(0), cents: Cents.min(0) }).optional(),
})
export type CheckCac = z.input<typeof CheckCac>

export const CacAnswer = z.object({
  spendCents: Cents.describe('of acquisition alone'),
  totalCents: Cents.describe('with what returning buyers get'),
  retentionPerOrderCents: Cents.nullable(),
  newBuyers: z.number(),
  cacCents: Cents.nullable(),
  ceilingCents: Cents.nullable(),
  rejected: z.boolean(),
  driver: z.object({ name: z.string(), perBuyerCents: Cents, abovePerBuyerCents: Cents }).nullable(),
  driverCut: z.number().nullable().describe('share of the driver that would have to go for the ceiling to hold'),
})
export type CacAnswer = z.infer<typeof CacAnswer>

/** GET …/plans/{plan}/budget/resources — people, money, goods, technology and partners of each campaign (P4.17). */
export const CampaignResources = z.object({
  eventId: z.string(),
  name: z.string(),
  fromDay: Day,
  kinds: z.array(
    z.object({
      kind: z.enum(['people', 'money', 'goods', 'technology', 'partners']),
      needs: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          needed: z.number(),
          available: z.number().nullable(),
          unit: z.string(),
          dueDay: Day.nullable(),
          owner: z.string().nullable(),
          /** Registered by hand, or read from the plan's own lines and tasks. */
          from: z.enum(['register', 'plan']),
        }),
      ),
      gaps: z.array(
        z.object({
          code: z.enum(['short', 'unknown', 'unowned', 'none']),
          needId: z.string().nullable(),
          name: z.string(),
          needed: z.number().nullable(),
          available: z.number().nullable(),
          missing: z.number().nullable(),
          unit: z.string(),
        }),
      ),
    }),
  ),
  gapCount: z.number().int(),
})
export type CampaignResources = z.infer<typeof CampaignResources>

export const SUBSIDY_KINDS = ['coupon', 'reduction', 'gift', 'points', 'rebateCard', 'fissionPacket'] as const

/** POST …/plans/{plan}/budget/subsidies — units that are given out together (P4.09). `valueCents` is the cost of `perUnits`. */
export const OpenSubsidy = z.object({
  id: z.string().min(1).max(80),
  lineId: z.string().max(80),
  kind: z.enum(SUBSIDY_KINDS),
  name: z.string().trim().min(1).max(200),
  valueCents: Cents.min(1),
  perUnits: z.number().int().min(1).max(1_000_000).default(1),
  validThroughDay: Day,
  expectedRedemptionBp: Bp.min(0).max(10_000),
})
export type OpenSubsidy = z.input<typeof OpenSubsidy>

/** POST …/subsidies/{subsidy}/moves — issued, used, given back by a refund; `id` is the sender's own. */
export const MoveSubsidy = z.object({
  id: z.string().min(1).max(80),
  kind: z.enum(['issue', 'redeem', 'return']),
  units: z.number().int().min(1),
  day: Day,
})
export type MoveSubsidy = z.infer<typeof MoveSubsidy>

export const SubsidyPosition = z.object({
  issuedUnits: z.number(),
  redeemedUnits: z.number(),
  expiredUnits: z.number(),
  outstandingUnits: z.number(),
  issuedCents: Cents,
  expectedCostCents: Cents,
  actualCostCents: Cents,
  liabilityCents: Cents,
  lapsedCents: Cents,
})
export type SubsidyPosition = z.infer<typeof SubsidyPosition>

/** GET …/plans/{plan}/budget/subsidies?asOf= */
export const SubsidyQuery = z.object({ asOf: Day.optional() })
export const Subsidies = z.object({
  asOfDay: Day,
  batches: z.array(OpenSubsidy.extend({ perUnits: z.number(), position: SubsidyPosition })),
  totals: SubsidyPosition.pick({
    issuedCents: true,
    expectedCostCents: true,
    actualCostCents: true,
    liabilityCents: true,
    lapsedCents: true,
  }),
})
export type Subsidies = z.infer<typeof Subsidies>
