import type { CartLine } from '../cart/cart.ts'
import type { Cut, Outcome, PricedLine } from '../price/priced-cart.ts'
import type { PaidOrder } from '../refund/paid-order.ts'
import { prorate } from '../share/prorate.ts'
import { shareOut } from '../share/share-out.ts'
import type { CutWay, FactOf } from './fact.ts'
import { lineDetail } from './line-detail.ts'

type Priced = Pick<PaidOrder, 'cart' | 'priced' | 'ruleSet'>
type AppliedRule = { outcome: Outcome; place: number }

const isBy = (cut: Cut, { ruleId, claimId }: Outcome): boolean => cut.ruleId === ruleId && cut.claimId === claimId

/** Places of rules in the order in which they took something; a line's cuts before a place have been taken by then. */
function placesOf(outcomes: readonly Outcome[]): (cut: Cut) => number {
  const places = new Map(outcomes.map((o, place) => [`${o.ruleId}\n${o.claimId ?? ''}`, place]))
  return ({ ruleId, claimId }) => places.get(`${ruleId}\n${claimId ?? ''}`) ?? -1
}

type Part = { line: PricedLine; source: CartLine; beforeCents: number; cents: number; room: number }

/** The lines that took part in a rule, with what they had to pay when their turn came. */
function partsOf({ outcome, place }: AppliedRule, order: Priced, placeOf: (cut: Cut) => number): Part[] {
  const compiled = order.ruleSet.rules.get(outcome.ruleId)
  const byId = new Map(order.cart.lines.map((line) => [line.lineId, line]))
  return order.priced.lines.flatMap((line) => {
    const earlier = line.cuts.filter((cut) => placeOf(cut) < place)
    const cents = line.cuts.find((cut) => isBy(cut, outcome))?.cents ?? 0
    const source = byId.get(line.lineId) as CartLine
    const bit = 1 << (compiled?.levelIndex ?? 0)
    const isBlocked = earlier.some(({ ruleId }) => ((order.ruleSet.rules.get(ruleId)?.blocksMask ?? 0) & bit) !== 0)
    if (cents === 0 && (isBlocked || !compiled?.takesPart(source))) return []
    const beforeCents = line.listedCents - earlier.reduce((sum, cut) => sum + cut.cents, 0)
    const room = Math.max(0, beforeCents - (source.floorCents ?? 0) * line.quantity)
    return [{ line, source, beforeCents, cents, room }]
  })
}

const isSame = (a: readonly number[], b: readonly number[]): boolean => a.every((n, i) => n === b[i])

/** Which of the ways explains the figures; the arithmetic that is shown is done again here, so that it is true. */
function wayOf(parts: readonly Part[], total: number, isPerLine: boolean): CutWay {
  if (isPerLine) return 'own'
  if (parts.length === 1) return 'alone'
  const cuts = parts.map(({ cents }) => cents)
  const weights = parts.map(({ beforeCents }) => beforeCents)
  const room = parts.map((p) => p.room)
  if (total > room.reduce((sum, r) => sum + r, 0)) return 'own'
  if (!isSame(shareOut(total, weights, room), cuts)) return 'own'
  const plain: number[] = []
  prorate(total, weights, plain)
  return isSame(plain, cuts) ? 'share' : 'filled'
}

function cutFactsOf(applied: AppliedRule, order: Priced, placeOf: (cut: Cut) => number): FactOf<'cut'>[] {
  const { outcome } = applied
  const compiled = order.ruleSet.rules.get(outcome.ruleId)
  if (!compiled) return []
  const parts = partsOf(applied, order, placeOf)
  const cutSum = parts.reduce((sum, { cents }) => sum + cents, 0)
  const beforeSum = parts.reduce((sum, { beforeCents }) => sum + beforeCents, 0)
  const way = wayOf(parts, cutSum, compiled.mechanic.isPerLine ?? false)
  return parts.flatMap(({ line, source, beforeCents, cents }) => {
    if (cents === 0) return []
    const { lineId, quantity } = line
    const { ruleId, level, claimId } = outcome
    const figures = { beforeCents, beforeSum, cents, cutSum, quantity }
    const detail = lineDetail({ rule: compiled.rule, line: source, cart: order.cart }, figures)
    const { name } = compiled.rule
    const claim = claimId === undefined ? {} : { claimId }
    return [{ kind: 'cut' as const, lineId, ruleId, name, ...claim, level, way, ...figures, ...(detail && { detail }) }]
  })
}

/** Every cut of every line with the arithmetic behind it, in the order in which they were taken. */
export function cutFacts(order: Priced): FactOf<'cut'>[] {
  const placeOf = placesOf(order.priced.outcomes)
  return order.priced.outcomes.flatMap((outcome, place) =>
    outcome.applied ? cutFactsOf({ outcome, place }, order, placeOf) : [],
  )
}
