import { isCents } from '@zhanggui/kernel'
import type { Cart, CartLine, Ticket } from './cart.ts'

export const MAX_LINES = 1000
export const MAX_QUANTITY = 1_000_000
/** A cart's listed amount: products with basis points stay exact in a double below it. */
export const MAX_CART_CENTS = 900_000_000_000

export type CartProblem =
  | { code: 'bad_instant'; at: string }
  | { code: 'too_many_lines'; lines: number; most: number }
  | { code: 'line_twice'; lineId: string }
  | { code: 'bad_unit_price'; lineId: string; unitCents: number }
  | { code: 'bad_floor'; lineId: string; floorCents: number }
  | { code: 'bad_quantity'; lineId: string; quantity: number; most: number }
  | { code: 'amount_too_large'; mostCents: number }
  | { code: 'bad_shipping_fee'; shopId: string; feeCents: number }
  | { code: 'shipping_twice'; shopId: string }
  | { code: 'claim_twice'; claimId: string }
  | { code: 'bad_claim_amount'; claimId: string; cents: number }
  | { code: 'bad_ticket'; ruleId: string; field: string; value: number }
  | { code: 'bad_points'; points: number }

const isAmount = (n: number): boolean => isCents(n) && n >= 0
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

function checkLine(line: CartLine, problems: CartProblem[]): void {
  const { lineId, unitCents, quantity, floorCents } = line
  if (!isAmount(unitCents)) problems.push({ code: 'bad_unit_price', lineId, unitCents })
  if (!isCount(quantity) || quantity < 1 || quantity > MAX_QUANTITY)
    problems.push({ code: 'bad_quantity', lineId, quantity, most: MAX_QUANTITY })
  if (floorCents !== undefined && !isAmount(floorCents)) problems.push({ code: 'bad_floor', lineId, floorCents })
}

function checkTicket(ticket: Ticket, problems: CartProblem[]): void {
  for (const field of ['unitCents', 'units', 'estimateCents'] as const) {
    const value = ticket[field]
    const isSound = value === undefined || (field === 'units' ? isCount(value) : isAmount(value))
    if (!isSound) problems.push({ code: 'bad_ticket', ruleId: ticket.ruleId, field, value })
  }
}

function checkTwice(keys: readonly string[], report: (key: string) => CartProblem, problems: CartProblem[]): void {
  if (keys.length < 2) return
  const seen = new Set<string>()
  for (const key of keys) {
    if (seen.has(key)) problems.push(report(key))
    seen.add(key)
  }
}

/** Ids that rise from line to line are all different; most carts come so, and need no set. */
function isRising(lines: readonly CartLine[]): boolean {
  for (let i = 1; i < lines.length; i++)
    if ((lines[i - 1] as CartLine).lineId >= (lines[i] as CartLine).lineId) return false
  return true
}

function checkLineIds(lines: readonly CartLine[], problems: CartProblem[]): void {
  if (isRising(lines)) return
  checkTwice(
    lines.map((l) => l.lineId),
    (lineId) => ({ code: 'line_twice', lineId }),
    problems,
  )
}

/** Everything that keeps a cart from being priced; empty for a sound one. Nothing is priced while anything is listed. */
export function checkCart(cart: Cart, atMs: number): CartProblem[] {
  const problems: CartProblem[] = []
  const { lines, shipping = [], claims = [], pointsToUse } = cart
  if (Number.isNaN(atMs)) problems.push({ code: 'bad_instant', at: cart.at })
  if (lines.length > MAX_LINES) return [{ code: 'too_many_lines', lines: lines.length, most: MAX_LINES }]
  let total = 0
  for (const line of lines) {
    checkLine(line, problems)
    total += line.unitCents * line.quantity
  }
  for (const { shopId, feeCents } of shipping) {
    if (!isAmount(feeCents)) problems.push({ code: 'bad_shipping_fee', shopId, feeCents })
    total += feeCents
  }
  if (total > MAX_CART_CENTS) problems.push({ code: 'amount_too_large', mostCents: MAX_CART_CENTS })
  for (const { claimId, cents } of claims)
    if (cents !== undefined && !isAmount(cents)) problems.push({ code: 'bad_claim_amount', claimId, cents })
  for (const ticket of cart.tickets ?? []) checkTicket(ticket, problems)
  if (pointsToUse !== undefined && !isCount(pointsToUse)) problems.push({ code: 'bad_points', points: pointsToUse })
  checkLineIds(lines, problems)
  checkTwice(
    shipping.map((s) => s.shopId),
    (shopId) => ({ code: 'shipping_twice', shopId }),
    problems,
  )
  checkTwice(
    claims.map((c) => c.claimId),
    (claimId) => ({ code: 'claim_twice', claimId }),
    problems,
  )
  return problems
}
