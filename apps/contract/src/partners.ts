import { z } from 'zod'
import { Unit } from './metrics.ts'

const Day = z.iso.date()
const Figure = z.number().nullable()
const Words = z.string().trim().max(500)

export const PARTNER_KINDS = ['mcn', 'logistics', 'payment', 'media', 'other'] as const
export const PartnerKind = z.enum(PARTNER_KINDS)
export type PartnerKind = z.infer<typeof PartnerKind>

export const PartnerFace = z.object({ code: z.string(), name: z.string(), kind: PartnerKind })
export type PartnerFace = z.infer<typeof PartnerFace>

/** 0 to 100 over what could be judged; null while nothing could. */
export const PartnerScore = z.object({
  score: Figure,
  kept: z.number().int(),
  missed: z.number().int(),
  unknown: z.number().int(),
})
export type PartnerScore = z.infer<typeof PartnerScore>

export const CONTRACT_STANDINGS = ['draft', 'notYet', 'running', 'renewalDue', 'expired', 'ended'] as const
export const ContractStanding = z.enum(CONTRACT_STANDINGS)
export type ContractStanding = z.infer<typeof ContractStanding>

/** POST …/partner-workspace/misses — why a level was missed, and by when what is done about it. */
export const AnswerMiss = z.strictObject({
  level: z.string().max(64),
  period: Day,
  cause: Words.min(1),
  remedy: Words.min(1),
  remedyDay: Day,
})
export type AnswerMiss = z.infer<typeof AnswerMiss>

/** What came of a service level in one whole week or month; days half-open. */
export const LevelPeriodVerdict = z.object({
  from: Day,
  to: Day,
  outcome: z.enum(['kept', 'missed', 'unknown']),
  value: Figure,
  sample: z.number(),
  /** As it was agreed when the period was judged. */
  target: z.number(),
  answer: z.object({ cause: z.string(), remedy: z.string(), remedyDay: Day, at: z.iso.datetime() }).nullable(),
})
export type LevelPeriodVerdict = z.infer<typeof LevelPeriodVerdict>

export const PartnerLevel = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: Unit,
  op: z.enum(['atLeast', 'atMost']),
  target: z.number(),
  grain: z.enum(['week', 'month']),
  weight: z.number().int(),
  periods: z.array(LevelPeriodVerdict),
})
export type PartnerLevel = z.infer<typeof PartnerLevel>

/** A figure of the contract's scope, by whole weeks from their Monday. */
export const PartnerFigure = z.object({
  metric: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: Unit,
  weeks: z.array(z.object({ week: Day, value: Figure })),
})
export type PartnerFigure = z.infer<typeof PartnerFigure>

export const PartnerContract = z.object({
  number: z.string(),
  work: z.string(),
  fromDay: Day,
  lastDay: Day,
  standing: ContractStanding,
  decideBy: Day,
  daysLeft: z.number().int(),
  renewsItself: z.boolean(),
  scope: z.object({ nameZh: z.string(), nameEn: z.string(), values: z.array(z.string()) }).nullable(),
  /** Null for readers who may not see money. */
  price: z.object({ feeCents: z.number().int().nullable(), terms: z.string() }).nullable(),
  score: PartnerScore,
  levels: z.array(PartnerLevel),
  figures: z.array(PartnerFigure),
})
export type PartnerContract = z.infer<typeof PartnerContract>

/** GET /v1/stores/{store}/partner-workspace — what a partner's person sees: their own contracts, nothing else of the shop (P4.15). */
export const PartnerWorkspace = z.object({
  partner: PartnerFace,
  currency: z.string(),
  score: PartnerScore,
  contracts: z.array(PartnerContract),
})
export type PartnerWorkspace = z.infer<typeof PartnerWorkspace>

/** GET /v1/stores/{store}/partners/{partner} — the same, with what the shop makes of it. */
export const PartnerDetail = PartnerWorkspace.extend({
  proposal: z.enum(['renew', 'renegotiate', 'part', 'tooEarly']),
  /** E-mails of the people who see the workspace. */
  people: z.array(z.string()),
})
export type PartnerDetail = z.infer<typeof PartnerDetail>

/** GET /v1/stores/{store}/partners — every partner with its score, the worst first. */
export const PartnerSummary = PartnerFace.extend({
  score: PartnerScore,
  contracts: z.number().int(),
  /** The contract whose end comes first, of those that run. */
  next: z
    .object({ number: z.string(), standing: ContractStanding, decideBy: Day, daysLeft: z.number().int() })
    .nullable(),
  /** Levels missed in their latest period. */
  missedNow: z.number().int(),
  proposal: PartnerDetail.shape.proposal,
})
export type PartnerSummary = z.infer<typeof PartnerSummary>

const SupplyFigures = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['team', 'partner']),
  pieces: z.number().int(),
  paidCents: z.number().int(),
  costCents: z.number().int(),
  costPerPieceCents: Figure,
  costRate: Figure,
})

/** GET /v1/stores/{store}/content-supply — own content team or MCN, by cost and output of the same month (P4.14). */
export const ContentSupply = z.object({
  currency: z.string(),
  month: z.string().nullable(),
  team: SupplyFigures.nullable(),
  partners: z.array(
    z.object({
      figures: SupplyFigures,
      chosen: z.string().nullable(),
      reason: z.enum(['both', 'costRate', 'costPerPiece', 'tooFewPieces', 'alike']),
      breakEvenPieces: z.number().int().nullable(),
    }),
  ),
})
export type ContentSupply = z.infer<typeof ContentSupply>
