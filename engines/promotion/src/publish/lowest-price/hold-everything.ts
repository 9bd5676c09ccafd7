import type { Cart, Claim, Ticket } from '../../cart/cart.ts'
import type { CompiledRule, RuleSet } from '../../rules/compile-rules.ts'
import type { PublishSettings, RuleLimit } from '../publish-case.ts'
import type { Situation } from './buyer-kinds.ts'

type Limits = Readonly<Record<string, RuleLimit>>

function copiesOf({ rule }: CompiledRule, limits: Limits, { claimCopies }: PublishSettings): number {
  const { perBuyer, total = Number.MAX_SAFE_INTEGER } = limits[rule.ruleId] ?? {}
  return Math.min(perBuyer ?? rule.timesPerBuyer ?? claimCopies, total)
}

function claimsOf(ruleSet: RuleSet, limits: Limits, settings: PublishSettings): Claim[] {
  return [...ruleSet.rules.values()].flatMap((compiled) => {
    const { ruleId, needsClaim } = compiled.rule
    if (!needsClaim) return []
    return Array.from({ length: copiesOf(compiled, limits, settings) }, (_, i) => ({
      claimId: `${ruleId}#${i + 1}`,
      ruleId,
    }))
  })
}

/** A place in every gameplay: a group that is full, a bargain that has come all the way down. */
function ticketsOf(ruleSet: RuleSet): Ticket[] {
  return [...ruleSet.rules.values()].flatMap(({ rule }) => {
    if (!rule.needsTicket) return []
    const { lowestCents } = rule.params
    return [{ ruleId: rule.ruleId, ...(typeof lowestCents === 'number' && { unitCents: lowestCents as never }) }]
  })
}

/** What a buyer can have in hand at the most: every coupon as often as one may, every place, points. */
export function heldBy(
  ruleSet: RuleSet,
  situation: Situation,
  limits: Limits,
  settings: PublishSettings,
): Omit<Cart, 'lines'>[] {
  const { pointsHeld } = settings
  const points = pointsHeld > 0 ? { pointsToUse: pointsHeld } : {}
  const held = { ...situation, ...points, claims: claimsOf(ruleSet, limits, settings) }
  const tickets = ticketsOf(ruleSet)
  return tickets.length === 0 ? [held] : [held, { ...held, tickets }]
}
