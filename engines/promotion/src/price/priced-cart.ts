import type { Grant, NextStep } from '../mechanics/mechanic.ts'
import type { Payer } from '../rules/rule.ts'
import type { MissReason } from './reasons.ts'

export type PaidBy = { payer: Payer; cents: number }

/** What one rule took off one line. `paidBy` adds up to `cents`. */
export type Cut = { ruleId: string; claimId?: string; level: string; cents: number; paidBy: readonly PaidBy[] }

/** A line after all rules: listed − Σ cuts = payable. Amounts are of the whole line, fen. */
export type PricedLine = {
  lineId: string
  skuId: string
  shopId: string
  quantity: number
  listedCents: number
  /** 活动价: after the levels that form it; thresholds of later levels are held against it. */
  activityCents: number
  payableCents: number
  cuts: readonly Cut[]
}

export type PricedShipping = { shopId: string; feeCents: number; payableCents: number; cuts: readonly Cut[] }

export type Outcome = { ruleId: string; claimId?: string; level: string; next?: NextStep } & (
  | { applied: true; cutCents: number }
  | { applied: false; reason: MissReason /** The rule that stood in the way. */; by?: string }
)

export type Granted = Grant & { ruleId: string; lineIds: readonly string[] }

/** The answer to a cart, with everything that is needed to explain and to refund it. Lines in the order of their ids. */
export type PricedCart = {
  pipelineId: string
  lines: readonly PricedLine[]
  shipping: readonly PricedShipping[]
  /** One for each rule (or claim) that was looked at, in the order of the pipeline. */
  outcomes: readonly Outcome[]
  grants: readonly Granted[]
  listedCents: number
  cutCents: number
  shippingCents: number
  /** Σ lines + shipping. */
  payableCents: number
}
