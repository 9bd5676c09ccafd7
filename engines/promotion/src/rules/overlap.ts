import type { Rule, RuleConditions } from './rule.ts'
import type { Scope } from './scope.ts'

const LISTS = ['skuIds', 'spuIds', 'shopIds', 'categoryIds', 'brandIds'] as const

/** Two lists leave no room for both when each is given and they share nothing. */
const areApart = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a !== undefined && b !== undefined && !a.some((value) => b.includes(value))

const shopsOf = ({ shopId, scope }: Rule): readonly string[] | undefined =>
  shopId === undefined ? scope?.shopIds : [shopId]

/** Goods that one rule names and the other takes out. */
const isTakenOut = (scope: Scope | undefined, other: Scope | undefined): boolean =>
  LISTS.some((key) => {
    const named = scope?.[key]
    return named !== undefined && other?.not?.[key] !== undefined && named.every((id) => other.not?.[key]?.includes(id))
  })

/** Whether some line may take part in both rules. Tags are not looked at: one line may carry any of them. */
function goodsOverlap(a: Rule, b: Rule): boolean {
  if (areApart(shopsOf(a), shopsOf(b))) return false
  if (LISTS.some((key) => areApart(a.scope?.[key], b.scope?.[key]))) return false
  return !isTakenOut(a.scope, b.scope) && !isTakenOut(b.scope, a.scope)
}

const startsBeforeEnd = (a: RuleConditions, b: RuleConditions): boolean =>
  a.from === undefined || b.until === undefined || Date.parse(a.from) < Date.parse(b.until)

/** Whether some buyer at some moment may meet the conditions of both. */
function conditionsOverlap(a: RuleConditions = {}, b: RuleConditions = {}): boolean {
  if (!startsBeforeEnd(a, b) || !startsBeforeEnd(b, a)) return false
  if (areApart(a.channels, b.channels) || areApart(a.regions, b.regions)) return false
  if (areApart(a.paymentMethods, b.paymentMethods)) return false
  return a.isNewBuyer === undefined || b.isNewBuyer === undefined || a.isNewBuyer === b.isNewBuyer
}

/**
 * Whether two rules may hold for one line of one cart. Errs towards yes: what two rules do not say cannot keep them apart.
 */
export const mayMeet = (a: Rule, b: Rule): boolean => goodsOverlap(a, b) && conditionsOverlap(a.when, b.when)
