import { z } from 'zod'
import { BudgetLine, BudgetRules } from './plan-budget.ts'
import { PlanPeriod } from './plan-fields.ts'

const Cents = z.number().int().safe()
const Share = z.number().nullable()
const ShareBase = z.enum(['total', 'parent', 'period', 'sales'])

/** A line worked out. `ofTotalBp`: share of the plan's total in basis points; `from`: stated, by its share, or added up. */
export const ResolvedBudgetLine = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  depth: z.number().int(),
  amountCents: Cents.nullable(),
  from: z.enum(['amount', 'share', 'children']).nullable(),
  baseCents: Cents.nullable(),
  ofTotalBp: Share,
  isLeaf: z.boolean(),
})
export type ResolvedBudgetLine = z.infer<typeof ResolvedBudgetLine>

/** One split of a parent with what is left of it (positive) or given out twice (negative). `parentId: null`: the top. */
export const BudgetLevel = z.object({
  parentId: z.string().nullable(),
  kind: z.enum(['parts', 'periods']),
  lineIds: z.array(z.string()),
  parentCents: Cents.nullable(),
  assignedCents: Cents.nullable(),
  residualCents: Cents.nullable(),
  base: ShareBase.nullable(),
  shareSumBp: Share,
  wholeBp: z.number(),
  residualBp: Share,
})
export type BudgetLevel = z.infer<typeof BudgetLevel>

export const BudgetIssue = z.object({
  code: z.string(),
  lineIds: z.array(z.string()),
  parentId: z.string().nullable(),
  figures: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  blocking: z.boolean(),
  messageZh: z.string(),
  messageEn: z.string(),
  suggestionZh: z.string(),
  suggestionEn: z.string(),
})
export type BudgetIssue = z.infer<typeof BudgetIssue>

/** A node of a reading; `lineId: null` is a heading that the plan leaves out. */
export type ReadingNode = {
  lineId: string | null
  name: string
  channel: string | null
  shareBp: number
  base: 'total' | 'parent'
  ofTotalBp: number | null
  children: ReadingNode[]
}
export const ReadingNode: z.ZodType<ReadingNode> = z.object({
  lineId: z.string().nullable(),
  name: z.string(),
  channel: z.string().nullable(),
  shareBp: z.number(),
  base: z.enum(['total', 'parent']),
  ofTotalBp: Share,
  get children() {
    return z.array(ReadingNode)
  },
})

/** A level whose shares do not say of what, with every way to read it; none is chosen until a person does. */
export const OpenBudgetLevel = z.object({
  parentId: z.string().nullable(),
  lineIds: z.array(z.string()),
  readings: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      nodes: z.array(ReadingNode),
      sumBp: z.number(),
      residualBp: z.number(),
      fits: z.boolean(),
    }),
  ),
})
export type OpenBudgetLevel = z.infer<typeof OpenBudgetLevel>

/** A share of part of the year under each denominator it could have, against the annual share of its channel. */
export const QuarterConflict = z.object({
  lineId: z.string(),
  annualLineId: z.string(),
  channel: z.string(),
  annualChannel: z.string(),
  period: PlanPeriod,
  shareBp: z.number(),
  annualBp: z.number(),
  statedBase: ShareBase.nullable(),
  readings: z.array(
    z.object({
      base: ShareBase,
      ofTotalBp: Share,
      limitBp: Share,
      limitOf: z.enum(['annualShare', 'quarterOfYear']).nullable(),
      verdict: z.enum(['fits', 'conflict', 'depends', 'unknown']),
    }),
  ),
  conflict: z.boolean(),
})
export type QuarterConflict = z.infer<typeof QuarterConflict>

export const StageFinding = z.object({
  code: z.enum(['paused_spend', 'spans_paused', 'below_band', 'above_band', 'base_unknown']),
  ruleId: z.string(),
  ruleName: z.string(),
  lineIds: z.array(z.string()),
  spendCents: Cents.nullable(),
  baseCents: Cents.nullable(),
  shareBp: Share,
  minBp: z.number(),
  maxBp: z.number(),
  base: ShareBase,
  baseAssumed: z.boolean().describe('the rule does not say of what; sales were taken, to be confirmed'),
})
export type StageFinding = z.infer<typeof StageFinding>

export const ProfileDifference = z.object({
  figure: z.string(),
  channel: z.string().nullable(),
  period: z.string(),
  expectedBp: z.number(),
  foundBp: z.number(),
  lineIds: z.array(z.string()),
})
export type ProfileDifference = z.infer<typeof ProfileDifference>

/** What a budget comes to; the same for the stored one and for one that is being edited. */
export const BudgetWorkedOut = z.object({
  totalCents: Cents.nullable(),
  lines: z.array(ResolvedBudgetLine),
  levels: z.array(BudgetLevel),
  issues: z.array(BudgetIssue),
  blocked: z.boolean(),
  openLevels: z.array(OpenBudgetLevel),
  conflicts: z.array(QuarterConflict),
  stages: z.array(StageFinding),
  profileDifferences: z.array(ProfileDifference),
  /** Planned spend and subsidies ÷ the sales target of the year, before anything is committed (X08). */
  plannedFeeRatio: z.object({
    spendCents: Cents.nullable(),
    salesCents: Cents.nullable(),
    ratio: Share,
    ceilingBp: z.number().nullable(),
    over: z.boolean(),
  }),
})
export type BudgetWorkedOut = z.infer<typeof BudgetWorkedOut>

/** POST …/plans/{plan}/budget/resolve — a budget that is being edited; nothing is stored. */
export const ResolveBudget = z.object({
  lines: z.array(BudgetLine).max(5000),
  rules: BudgetRules,
  profile: z.string().max(40).nullable().default(null),
})
export type ResolveBudget = z.input<typeof ResolveBudget>

/** POST …/plans/{plan}/budget/reading — a person confirms what an unclear level means. */
export const ConfirmReading = z.object({
  parentId: z.string().nullable(),
  readingId: z.string().max(200),
  revision: z.number().int().min(0),
})
export type ConfirmReading = z.infer<typeof ConfirmReading>

/** POST …/plans/{plan}/budget/start — the lines and rules of a profile, into a budget without lines. */
export const StartBudget = z.object({
  profile: z.string().max(40),
  totalCents: Cents.min(0).nullable().default(null),
})
export type StartBudget = z.input<typeof StartBudget>

/** POST …/plans/{plan}/budget/table — a block pasted from Excel, or the text of a file; nothing is stored. */
export const ReadBudgetTable = z.object({
  text: z.string().max(1_000_000),
  base: ShareBase.nullable().default(null).describe('of what shares are, where the table does not say'),
})
export type ReadBudgetTable = z.input<typeof ReadBudgetTable>

export const BudgetTable = z.object({
  lines: z.array(BudgetLine),
  problems: z.array(
    z.object({
      row: z.number().int(),
      column: z.number().int(),
      field: z.string(),
      value: z.string(),
      code: z.string(),
      messageZh: z.string(),
      messageEn: z.string(),
    }),
  ),
  workedOut: BudgetWorkedOut,
})
export type BudgetTable = z.infer<typeof BudgetTable>

/** GET /v1/budget-catalogue — what budgets are spent on, and the profiles with the source of each figure. */
export const BudgetCatalogue = z.object({
  channels: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      partOf: z.string().nullable(),
      kind: z.enum(['spend', 'subsidy', 'reserve']),
      offSite: z.boolean(),
    }),
  ),
  profiles: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      summaryZh: z.string(),
      summaryEn: z.string(),
      shares: z.array(
        z.object({
          channel: z.string(),
          parent: z.string().nullable(),
          shareBp: z.number(),
          base: ShareBase.nullable(),
          periodText: z.string(),
        }),
      ),
      stages: z.array(
        z.object({
          id: z.string(),
          nameZh: z.string(),
          nameEn: z.string(),
          fromMonth: z.number(),
          toMonth: z.number(),
          minBp: z.number(),
          maxBp: z.number(),
          base: ShareBase.nullable(),
        }),
      ),
      figures: z.array(z.object({ id: z.string(), value: z.number().nullable(), source: z.string() })),
    }),
  ),
})
export type BudgetCatalogue = z.infer<typeof BudgetCatalogue>

/** POST …/plans/{plan}/budget/overrides — paid spend in a paused stage is allowed, and why (P4.06). */
export const OverrideStage = z.object({
  ruleId: z.string().max(80),
  lineId: z.string().max(80),
  reason: z.string().trim().min(1).max(500),
})
export type OverrideStage = z.infer<typeof OverrideStage>

export const StageOverride = OverrideStage.extend({ by: z.string(), at: z.string() })
export type StageOverride = z.infer<typeof StageOverride>
