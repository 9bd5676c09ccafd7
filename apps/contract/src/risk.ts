import { z } from 'zod'

const Count = z.number().int().min(0)
const Cents = z.number().int()
const Instant = z.iso.datetime()
const Score = z.number().int().min(-1_000_000).max(1_000_000)

/** What a scorecard looks at; the same names as the order core's. */
export const RISK_FEATURES = [
  'buyerRequests',
  'deviceRequests',
  'sourceRequests',
  'addressRequests',
  'buyerLapses',
  'accountAgeDays',
  'amountYuan',
  'units',
  'newAddress',
  'newDevice',
  'proxyNetwork',
  'hourOfDay',
  'amountToUsual',
  'buyerFraud',
  'sourceFraud',
  'deviceFraud',
] as const
export const RiskFeature = z.enum(RISK_FEATURES)
export type RiskFeature = z.infer<typeof RiskFeature>

/** Points that a feature adds from a value on, until its next bin begins. */
export const RiskBin = z.strictObject({
  feature: RiskFeature,
  from: z.number().int().min(-2_147_483_648).max(2_147_483_647),
  points: z.number().int().min(-32_767).max(32_767),
})
export type RiskBin = z.infer<typeof RiskBin>

/** Which orders a scorecard was learnt from. `auc`: on the last quarter of them, by a card that had not seen it; null: no fraud there. */
export const RiskLearntFrom = z.strictObject({
  orders: Count,
  frauds: Count,
  auc: z.number().min(0).max(1).nullable(),
  until: Instant,
})

export const RiskScorecardBody = z.strictObject({
  verifyFrom: Score,
  denyFrom: Score,
  bins: z.array(RiskBin).max(256),
  learntFrom: RiskLearntFrom.nullable(),
})
export type RiskScorecardBody = z.infer<typeof RiskScorecardBody>

export const RiskScorecardVersion = z.object({
  version: Count,
  body: RiskScorecardBody,
  madeBy: z.string(),
  madeAt: Instant,
  reason: z.string(),
})
export type RiskScorecardVersion = z.infer<typeof RiskScorecardVersion>

/** `inForce` null: everybody is allowed. `reached`: the order core judges by it since. */
export const RiskStanding = z.object({
  inForce: z.object({ version: Count, since: Instant, by: z.string(), reached: Instant.nullable() }).nullable(),
  versions: z.array(RiskScorecardVersion),
  orders: Count,
  frauds: Count,
  needFrauds: Count,
  needOrders: Count,
  checksOn: z.boolean(),
})
export type RiskStanding = z.infer<typeof RiskStanding>

const Reason = z.string().trim().min(1).max(300)
const Share = z.number().min(0).max(0.5)

/** Learn a new version from the labelled orders. Shares of honest orders that may be asked for a check, or refused, at most. */
export const TrainRiskScorecard = z.strictObject({
  verifyShareMax: Share.default(0.02),
  denyShareMax: Share.default(0.0005),
  reason: Reason,
})
export type TrainRiskScorecard = z.input<typeof TrainRiskScorecard>

/** Write the version after `version` by hand: thresholds and points as people want them. */
export const PutRiskScorecard = z.strictObject({ version: Count, body: RiskScorecardBody, reason: Reason })
export type PutRiskScorecard = z.input<typeof PutRiskScorecard>

export const PreviewRisk = z.strictObject({
  version: z.coerce.number().int().min(1),
  verifyFrom: z.coerce.number().int(),
  denyFrom: z.coerce.number().int(),
})
export type PreviewRisk = z.input<typeof PreviewRisk>

const Tally = z.object({ orders: Count, cents: Cents })
export const RiskPreview = z.object({
  orders: Count,
  honest: Count,
  honestVerified: Count,
  honestDenied: Count,
  unknown: Count,
  frauds: Tally,
  verified: Tally,
  denied: Tally,
  missed: Tally,
})
export type RiskPreview = z.infer<typeof RiskPreview>

/** Put a version in force (an older one is a rollback); version 0 switches judging off. */
export const ActivateRisk = z.strictObject({ version: Count, reason: Reason })
export type ActivateRisk = z.input<typeof ActivateRisk>
export const ActivatedRisk = z.object({ performed: z.boolean(), request: z.string().nullable() })
export type ActivatedRisk = z.infer<typeof ActivatedRisk>

export const RISK_LABELS = ['fraud', 'honest'] as const
export const RISK_SOURCES = ['chargeback', 'staff', 'import'] as const
export const LabelRiskOrders = z.strictObject({
  labels: z
    .array(
      z.strictObject({
        orderId: z.string().min(1).max(80),
        label: z.enum(RISK_LABELS),
        source: z.enum(RISK_SOURCES).default('staff'),
      }),
    )
    .min(1)
    .max(1000),
})
export type LabelRiskOrders = z.input<typeof LabelRiskOrders>
/** `unknown`: orders that were never judged here; nothing was written for those. */
export const LabelledRisk = z.object({ labelled: Count, unknown: z.array(z.string()) })
export type LabelledRisk = z.infer<typeof LabelledRisk>

export const RISK_VERDICTS = ['allow', 'verify', 'deny', 'other'] as const
export const RISK_CHECK_STATES = ['waiting', 'passed', 'failed', 'expired'] as const
export const RiskOrder = z.object({
  orderId: z.string(),
  at: Instant,
  cents: Cents,
  verdict: z.enum(RISK_VERDICTS),
  label: z.enum(RISK_LABELS).nullable(),
  source: z.enum(RISK_SOURCES).nullable(),
  check: z.object({ state: z.enum(RISK_CHECK_STATES), triesLeft: Count, until: Instant, sent: z.boolean() }).nullable(),
})
export type RiskOrder = z.infer<typeof RiskOrder>
export const RiskOrderQuery = z.strictObject({
  verdict: z.enum(RISK_VERDICTS).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** POST …/orders/:order/check — the buyer's answer, handed on by the shop front. */
export const AnswerCheck = z.strictObject({ code: z.string().trim().min(4).max(10) })
export type AnswerCheck = z.input<typeof AnswerCheck>
export const CheckAnswer = z.object({ state: z.enum(RISK_CHECK_STATES), triesLeft: Count, until: Instant })
export type CheckAnswer = z.infer<typeof CheckAnswer>
