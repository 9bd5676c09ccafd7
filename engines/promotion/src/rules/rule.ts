import type { Cents } from '@zhanggui/kernel'
import type { ThresholdBase } from '../pipeline/pipeline.ts'
import type { Scope } from './scope.ts'

/** Who bears a discount. `shop` is the shop of the line. */
export const PAYERS = ['shop', 'platform', 'brand', 'bank', 'partner', 'government'] as const
export type Payer = (typeof PAYERS)[number]
/** Shares of the bearers in basis points, 10,000 together. */
export type PayerShare = { payer: Payer; bp: number }

/**
 * When a spent coupon, red packet or code is given back. `whenUnused`: when nothing that the buyer keeps is reduced by it.
 * `wholeOrder`: when nothing of the order is kept.
 */
export const CLAIM_RETURNS = ['whenUnused', 'wholeOrder', 'never'] as const
export type ClaimReturn = (typeof CLAIM_RETURNS)[number]

/** Public conditions under which a rule is open. Nothing here can ask what a person would be willing to pay. */
export type RuleConditions = {
  /** First instant at which the rule holds, ISO 8601. */
  from?: string
  /** First instant at which it holds no longer. */
  until?: string
  isNewBuyer?: boolean
  minTier?: number
  channels?: readonly string[]
  regions?: readonly string[]
  paymentMethods?: readonly string[]
}

/**
 * One promotion as data: which mechanic, with what figures, over which goods, when, at whose cost, and beside what else.
 * `level` and `group` default to the mechanic's own. `params` is checked by the mechanic.
 */
export type Rule = {
  ruleId: string
  name: string
  mechanic: string
  params: Readonly<Record<string, unknown>>
  level?: string
  group?: string
  /** Instead of the level's own. */
  thresholdBase?: ThresholdBase
  /** Smaller goes first inside a level; ties by `ruleId`. */
  priority?: number
  /** The shop that set it up; absent for rules of the platform. */
  shopId?: string
  scope?: Scope
  when?: RuleConditions
  /** A rule that needs a claim holds only for a cart that brings one: a coupon, a red packet, a code. */
  needsClaim?: boolean
  /** Default: a shop's claim `whenUnused`, the platform's `wholeOrder`. */
  claimReturn?: ClaimReturn
  /** Goods must carry a ticket of this rule: a group that is open, a bargain, a presale place. */
  needsTicket?: boolean
  payers?: readonly PayerShare[]
  /** Most that the rule takes off one cart. */
  maxCents?: Cents
  /** Uses by one buyer, over all orders. */
  timesPerBuyer?: number
  /** Levels that the lines reduced by this rule take no part in (秒杀 with coupons, say). */
  blocks?: readonly string[]
  /** The switch was thrown: the rule takes nothing from this moment on. */
  isStopped?: boolean
}
