import { z } from 'zod'

const Cents = z.number().int().safe()
const Day = z.iso.date()
const ClientId = z.string().min(1).max(80)

/** Fen in each state. `planned` is still free; `budgetCents` is all that the line has got and not given back. */
export const LineBalance = z.object({
  planned: Cents,
  committed: Cents,
  accrued: Cents,
  spent: Cents,
  released: Cents,
  budgetCents: Cents,
})
export type LineBalance = z.infer<typeof LineBalance>

export const LEDGER_ENTRY_KINDS = [
  'plan',
  'commit',
  'cancel',
  'accrue',
  'reverse',
  'spend',
  'refund',
  'transfer',
  'release',
  'restore',
  'close',
] as const

/** What a person may post; `release` and `restore` belong to the reserve, `plan` to the plan itself. */
export const POSTABLE_KINDS = ['commit', 'cancel', 'accrue', 'reverse', 'spend', 'refund', 'transfer', 'close'] as const

/** POST …/plans/{plan}/budget/ledger — `id` is the sender's own: the same entry again changes nothing. */
export const PostToBudget = z.object({
  id: ClientId,
  kind: z.enum(POSTABLE_KINDS),
  lineId: z.string().max(80),
  toLineId: z.string().max(80).nullable().default(null),
  amountCents: Cents.min(1),
  day: Day,
  from: z.enum(['planned', 'committed', 'accrued']).nullable().default(null),
  reference: z.string().max(200).default('').describe('order, invoice or contract'),
  note: z.string().max(1000).default(''),
  overspendReason: z.string().trim().min(1).max(500).nullable().default(null),
  /** Ask a second person when the commitment would pass the ceiling, instead of being refused. */
  askApproval: z.boolean().default(false),
})
export type PostToBudget = z.input<typeof PostToBudget>

/** Spend ÷ GMV of a period as it is expected to end, before and after a commitment (P2.05). */
export const FeeRatioCheck = z.object({
  period: z.string(),
  /** Spent by now: what the tools report, or what was posted, whichever is more; with accrued money and subsidies. */
  spentCents: Cents,
  committedCents: Cents,
  commitCents: Cents,
  /** Sales so far and expected; `null` while there are neither sales nor a target. */
  gmvCents: Cents.nullable(),
  /** What the days to come are taken from: a forecast of the shop's own sales, or the plan's targets with too little history. */
  gmvBasis: z.enum(['actual', 'forecast', 'target']),
  actualGmvCents: Cents,
  /** Day up to which (not counting it) sales are real; see `gmvBasis` for the rest. */
  actualUntil: Day.nullable(),
  ratioBefore: z.number().nullable(),
  ratioAfter: z.number().nullable(),
  ceilingBp: z.number().nullable(),
  roomCents: Cents.nullable(),
  verdict: z.enum(['within', 'held', 'unknown', 'no_ceiling']),
})
export type FeeRatioCheck = z.infer<typeof FeeRatioCheck>

/** POST …/plans/{plan}/budget/check — what a commitment would do; nothing is posted. */
export const CheckCommitment = z.object({ lineId: z.string().max(80), amountCents: Cents.min(0) })
export type CheckCommitment = z.infer<typeof CheckCommitment>

export const BudgetPosting = z.object({
  id: z.string(),
  kind: z.enum(LEDGER_ENTRY_KINDS),
  lineId: z.string(),
  toLineId: z.string().nullable(),
  amountCents: Cents,
  day: Day,
  from: z.string().nullable(),
  reference: z.string(),
  note: z.string(),
  overspendReason: z.string().nullable(),
  postedBy: z.string(),
  postedAt: z.string(),
})
export type BudgetPosting = z.infer<typeof BudgetPosting>

/** `duplicate`: it was there already; `waiting`: a second person must approve it first (see approvals). */
export const BudgetPostResult = z.object({
  outcome: z.enum(['posted', 'duplicate', 'waiting']),
  posting: BudgetPosting.nullable(),
  balance: LineBalance,
  checks: z.array(FeeRatioCheck),
  approvalId: z.string().nullable(),
})
export type BudgetPostResult = z.infer<typeof BudgetPostResult>

/** GET …/plans/{plan}/budget/ledger — postings, newest first. */
export const BudgetLedgerQuery = z.object({
  line: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export const BudgetLedgerPage = z.object({ postings: z.array(BudgetPosting), total: z.number().int() })
export type BudgetLedgerPage = z.infer<typeof BudgetLedgerPage>

export const BudgetVariance = z.object({
  key: z.string(),
  of: z.enum(['line', 'channel', 'campaign']),
  code: z.enum(['overspent', 'nearly_used', 'ahead', 'behind', 'unmatched_actual']),
  usedCents: Cents,
  budgetCents: Cents,
  usedShare: z.number().nullable(),
  differenceCents: Cents,
})
export type BudgetVariance = z.infer<typeof BudgetVariance>

/** Posted beside measured: what the ledger says was spent, and what the tools report for the plan's year. */
export const ChannelSpend = z.object({
  channel: z.string(),
  tools: z.array(z.string()),
  measuredCents: Cents,
  balance: LineBalance,
  differenceCents: Cents,
})
export type ChannelSpend = z.infer<typeof ChannelSpend>

/** GET …/plans/{plan}/budget/balances */
export const BudgetBalances = z.object({
  asOfDay: Day,
  lines: z.array(z.object({ lineId: z.string(), balance: LineBalance })),
  /** Lines with their headings added up; key is the line id. */
  campaigns: z.array(z.object({ eventId: z.string(), balance: LineBalance })),
  channels: z.array(ChannelSpend),
  /** Tools whose name stands for no channel of the catalogue, with their spend. */
  unknownTools: z.array(z.object({ tool: z.string(), spendCents: Cents })),
  total: LineBalance,
  /** 0 unless the ledger is damaged. */
  trialBalanceCents: Cents,
  /** Lines whose planned money is not what the plan says. */
  unopened: z.array(z.object({ lineId: z.string(), plannedCents: Cents, budgetCents: Cents })),
  variances: z.array(BudgetVariance),
  feeRatio: z.array(FeeRatioCheck),
})
export type BudgetBalances = z.infer<typeof BudgetBalances>

export const RELEASE_TRIGGERS = [
  'trafficShortfall',
  'competitorPriceWar',
  'stockProblem',
  'serviceIncident',
  'unexpectedDemand',
  'costInflation',
  'other',
] as const

/** POST …/plans/{plan}/budget/reserve/releases */
export const AskRelease = z.object({
  id: ClientId,
  reserveLineId: z.string().max(80),
  toLineId: z.string().max(80),
  amountCents: Cents,
  trigger: z.enum(RELEASE_TRIGGERS).nullable().default(null),
  evidence: z.string().max(2000).default('').describe('what was seen: figure, place, time'),
})
export type AskRelease = z.input<typeof AskRelease>

export const AskedRelease = z.object({
  outcome: z.enum(['released', 'waiting', 'duplicate']),
  approvalId: z.string().nullable(),
  /** People who may approve it. */
  approvers: z.number().int(),
})
export type AskedRelease = z.infer<typeof AskedRelease>

/** POST …/reserve/releases/{release}/restore — money that was not needed comes back. */
export const RestoreRelease = z.object({
  id: ClientId,
  amountCents: Cents.min(1),
  note: z.string().max(1000).default(''),
})
export type RestoreRelease = z.input<typeof RestoreRelease>

/** POST …/reserve/releases/{release}/report — what the rest was used for. */
export const ReportRelease = z.object({ report: z.string().trim().min(1).max(4000) })
export type ReportRelease = z.infer<typeof ReportRelease>

/** Row of GET …/plans/{plan}/budget/reserve */
export const ReserveView = z.object({
  lineId: z.string(),
  name: z.string(),
  plannedCents: Cents,
  heldCents: Cents,
  releasedCents: Cents,
  restoredCents: Cents,
  untouched: z.boolean(),
  releases: z.array(
    z.object({
      id: z.string(),
      toLineId: z.string(),
      amountCents: Cents,
      day: Day,
      trigger: z.enum(RELEASE_TRIGGERS),
      evidence: z.string(),
      askedBy: z.string(),
      approvedBy: z.string().nullable(),
      report: z.string().nullable(),
      restoredCents: Cents,
      outstandingCents: Cents,
      state: z.enum(['open', 'restored', 'reported']),
      daysOpen: z.number().int(),
    }),
  ),
})
export type ReserveView = z.infer<typeof ReserveView>
