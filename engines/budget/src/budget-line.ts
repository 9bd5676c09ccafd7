import type { Cents, Period } from '@zhanggui/kernel'

/** What a share is a share of: the plan's total, its parent line, the line's period, or expected sales (GMV) of the period. */
export const SHARE_BASES = ['total', 'parent', 'period', 'sales'] as const
export type ShareBase = (typeof SHARE_BASES)[number]

/** `reserve` is kept untouched until it is released (P4.07); `subsidy` is paid in coupons, gifts and points (P4.09). */
export const BUDGET_KINDS = ['spend', 'subsidy', 'reserve'] as const
export type BudgetKind = (typeof BUDGET_KINDS)[number]

/**
 * One node of the budget tree. A line is given as an amount, or as a share with its base; both may stand, and then must agree.
 * `null` is "not set yet". Shares are integer basis points (40 % = 4000).
 */
export type BudgetLine = {
  id: string
  parentId: string | null
  name: string
  kind: BudgetKind
  /** Channel, tool or cost type of the catalogue of tools; `null` for a heading. */
  channel: string | null
  period: Period
  /** Calendar entry (campaign, occasion) that the line is for. */
  eventId: string | null
  shareBp: number | null
  shareBase: ShareBase | null
  amountCents: Cents | null
  owner: string | null
  note: string
}

/** Spend of a paid tool that is not allowed, or only within a band, in some months (P4.06). Bands are shares of `base`. */
export type StageRule = {
  id: string
  name: string
  fromPeriod: Period
  toPeriod: Period
  /** Channels it speaks of, wider ones with all they hold; empty: everything paid. */
  channels: readonly string[]
  /** 0 and 0: paused. */
  minBp: number
  maxBp: number
  base: ShareBase | null
  reason: string
}

/** Figures that a plan's money obeys. Every one is a default of the plan's profile that the shop may change; source in `profiles`. */
export type BudgetRules = {
  /** Ceiling of marketing spend ÷ GMV, basis points (P2.05). */
  feeRatioMaxBp: number | null
  /** Ceiling of the cost of a new buyer in fen (P2.12). */
  cacMaxCents: Cents | null
  /** Share of keyword spend placed before a campaign's burst, and over how many days (P4.05). */
  preBurstShareBp: number | null
  preBurstDays: number | null
  /** What must remain for the burst days. */
  burstRemainderMinBp: number | null
  /** ROI in thousandths below which a channel is cut, and the data needed before it is judged (P4.11). */
  roiMinMilli: number | null
  roiMinClicks: number | null
  roiMinSpendCents: Cents | null
  stages: readonly StageRule[]
}
