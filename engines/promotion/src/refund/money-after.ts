import { ok, type Result } from '@zhanggui/kernel'
import { prorate } from '../share/prorate.ts'
import { agreedForRest, takeAgreed } from './agreed.ts'
import type { RefundProblem, ReturnRequest } from './paid-order.ts'
import { type Kept, type Rest, unitsLeftOf } from './rest.ts'
import type { Standing, StandingFee, StandingLine } from './standing.ts'

type Amounts = {
  lines: Map<string, number>
  agreed: Map<string, number>
  fees: Map<string, number>
  uncollectedCents: number
}

/** What was agreed for the units that stay, never more than they cost now. */
function agreedBefore({ lines }: Rest, before: Standing, kept: Kept): Map<string, number> {
  const agreed = new Map(before.lines.map((line) => [line.lineId, agreedForRest(line, unitsLeftOf(kept, line.lineId))]))
  return new Map(lines.map(({ lineId, payableCents }) => [lineId, Math.min(agreed.get(lineId) ?? 0, payableCents)]))
}

/**
 * What the rest has paid: its price less what was given back for it by agreement, or where that is more than is left of the
 * payment, what is left, in proportion.
 */
function amountsOf({ lines, shipping }: Rest, agreed: Map<string, number>, limitCents: number): Amounts {
  const goods = lines.map(({ lineId, payableCents }) => payableCents - (agreed.get(lineId) ?? 0))
  const parts = [...goods, ...shipping.map(({ payableCents }) => payableCents)]
  const total = parts.reduce((sum, part) => sum + part, 0)
  const paid = parts.slice()
  if (total > limitCents) prorate(limitCents, parts, paid)
  return {
    lines: new Map(lines.map(({ lineId }, i) => [lineId, paid[i] as number])),
    agreed,
    fees: new Map(shipping.map(({ shopId }, i) => [shopId, paid[lines.length + i] as number])),
    uncollectedCents: Math.max(0, total - limitCents),
  }
}

function standingLines(before: Standing, kept: Kept, amounts: Amounts): StandingLine[] {
  return before.lines.map((line) => ({
    ...line,
    unitsLeft: unitsLeftOf(kept, line.lineId),
    leftCents: amounts.lines.get(line.lineId) ?? 0,
    agreedCents: amounts.agreed.get(line.lineId) ?? 0,
  }))
}

function standingFees(before: Standing, kept: Kept, amounts: Amounts): StandingFee[] {
  return before.fees.map(({ shopId }) => ({
    shopId,
    isReturned: kept.postageReturned.has(shopId),
    leftCents: amounts.fees.get(shopId) ?? 0,
  }))
}

const sumLeft = (parts: readonly { leftCents: number }[]): number => parts.reduce((sum, p) => sum + p.leftCents, 0)

/** How the money stands once this is given back, and what of it was agreed now. */
export function moneyAfter(
  before: Standing,
  request: ReturnRequest,
  { kept, rest }: { kept: Kept; rest: Rest },
): Result<Pick<Standing, 'lines' | 'fees' | 'leftCents' | 'uncollectedCents'> & { agreed: number[] }, RefundProblem[]> {
  const amounts = amountsOf(rest, agreedBefore(rest, before, kept), before.leftCents)
  const due = standingLines(before, kept, amounts)
  const lines = takeAgreed(due, request.agreed)
  if (!lines.ok) return lines
  const agreed = lines.value.map(({ agreedCents }, i) => agreedCents - (due[i] as StandingLine).agreedCents)
  const fees = standingFees(before, kept, amounts)
  const leftCents = sumLeft(lines.value) + sumLeft(fees)
  return ok({ lines: lines.value, fees, leftCents, agreed, uncollectedCents: amounts.uncollectedCents })
}
