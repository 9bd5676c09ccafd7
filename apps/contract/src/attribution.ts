import { z } from 'zod'

const Day = z.iso.date()
const Days = z.object({ from: Day, to: Day })
const Cents = z.number().int()

export const ATTRIBUTION_MODELS = ['last', 'first', 'linear', 'timeDecay', 'position', 'markov', 'shapley'] as const
export const AttributionModel = z.enum(ATTRIBUTION_MODELS)
export type AttributionModel = z.infer<typeof AttributionModel>

/** GET /v1/stores/{store}/review/attribution — who led buyers to the shop, over orders paid in the days (half-open). */
export const AttributionQuery = z.object({
  from: Day.optional(),
  to: Day.optional(),
  by: z.enum(['channel', 'trafficClass']).default('channel'),
  /** How many days before an order a visit still counts. */
  windowDays: z.coerce.number().int().min(1).max(90).default(30),
  halfLifeDays: z.coerce.number().int().min(1).max(90).default(7),
  /** The model that returns and the proposal are reckoned with. */
  model: AttributionModel.default('shapley'),
})
export type AttributionQuery = z.input<typeof AttributionQuery>

/** Orders are not whole; `share` is of all that was paid. */
export const ModelCredit = z.object({ conversions: z.number(), paidCents: Cents, share: z.number().nullable() })

export const ChannelCredit = z.object({
  /** Empty for orders that nobody was seen on the way to. */
  channel: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  models: z.record(AttributionModel, ModelCredit),
  /** Share of the purchases that would be lost without the channel. */
  removal: z.number().nullable(),
  shapleyError: z.number(),
})
export type ChannelCredit = z.infer<typeof ChannelCredit>

/** A way that people came, repeats collapsed. */
export const TouchPath = z.object({ channels: z.array(z.string()), conversions: z.number(), paidCents: Cents })

export const Attribution = z.object({
  range: Days.nullable(),
  currency: z.string(),
  windowDays: z.number().int(),
  total: z.object({ orders: z.number(), paidCents: Cents }),
  /** People who came and did not buy: the chain and Shapley learn from them too. */
  left: z.number().int(),
  /** Chance that a way to the shop ends in a purchase, by the chain. */
  chance: z.number(),
  isShapleyExact: z.boolean(),
  channels: z.array(ChannelCredit),
  paths: z.array(TouchPath),
})
export type Attribution = z.infer<typeof Attribution>

export const COST_TYPES = ['ads', 'subsidies', 'slots', 'content', 'other'] as const
export const CostType = z.enum(COST_TYPES)
export type CostType = z.infer<typeof CostType>

/**
 * GET /v1/stores/{store}/review/returns — marketing returns by channel and cost type (P14.02).
 * `costCents` is what the tools measured or what was posted, whichever is more; `postedCents` of all rows add up to the ledger.
 */
export const ReturnsRow = z.object({
  /** Channel of the budget; empty for money that no channel was named for. */
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  costType: CostType,
  /** Traffic channels that it paid for. */
  channels: z.array(z.string()),
  postedCents: Cents,
  measuredCents: Cents,
  costCents: Cents,
  /** What the tools claim for themselves; they claim the same order more than once. */
  claimedCents: Cents.nullable(),
  /** What the chosen model gives the channels; null for money that leads nobody, such as a coupon. */
  attributedCents: Cents.nullable(),
  attributedRoi: z.number().nullable(),
  /** What tests with a control measured, with 95 % bounds; null where there was none. */
  incremental: z
    .object({
      test: z.string(),
      paidCents: Cents,
      lowCents: Cents,
      highCents: Cents,
      costCents: Cents,
      roi: z.number().nullable(),
    })
    .nullable(),
  proposedCents: Cents,
  reason: z.enum(['raise', 'lower', 'keep', 'no_return', 'thin_data']),
})
export type ReturnsRow = z.infer<typeof ReturnsRow>

export const MarketingReturns = z.object({
  range: Days.nullable(),
  currency: z.string(),
  model: AttributionModel,
  paidCents: Cents,
  rows: z.array(ReturnsRow),
  totals: z.object({
    postedCents: Cents,
    measuredCents: Cents,
    costCents: Cents,
    claimedCents: Cents,
    attributedCents: Cents,
  }),
  /** Spent and accrued in the ledgers of the shop's plans over the days: what `postedCents` must add up to. */
  ledgerCents: Cents,
  /** Tools that spent without a line in any budget. */
  unposted: z.array(z.object({ tool: z.string(), spendCents: Cents })),
})
export type MarketingReturns = z.infer<typeof MarketingReturns>
