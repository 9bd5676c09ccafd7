import type { Attempt } from './attempt.ts'

/** A line of a provider's statement; a refund names its own id and the attempt whose money went back. */
export type StatementLine =
  | { kind: 'charge'; attemptId: string; cents: number }
  | { kind: 'refund'; refundId: string; attemptId: string; cents: number }

/** A refund as this side knows it. */
export type KnownRefund = { refundId: string; attemptId: string; cents: number; isDone: boolean }

/**
 * Where statement and books differ. `unheard_charge`: they charged and we never heard; `missing_charge`: we count money that they do not
 * know; `unheard_refund`, `missing_refund`: the same of money that went back; `amount_differs`; `unknown`: nothing of ours;
 * `charged_twice`: two lines for one attempt.
 */
export const DIFFERENCE_KINDS = [
  'unheard_charge',
  'missing_charge',
  'unheard_refund',
  'missing_refund',
  'amount_differs',
  'charged_twice',
  'unknown',
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]
export type Difference = { kind: DifferenceKind; id: string; attemptId: string; ourCents: number; theirCents: number }

const difference = (
  kind: DifferenceKind,
  id: string,
  attemptId: string,
  cents: { our: number; their: number },
): Difference => ({
  kind,
  id,
  attemptId,
  ourCents: cents.our,
  theirCents: cents.their,
})

function ofCharges(attempts: ReadonlyMap<string, Attempt>, lines: readonly StatementLine[]): Difference[] {
  const seen = new Set<string>()
  const found: Difference[] = []
  for (const line of lines) {
    if (line.kind !== 'charge') continue
    const { attemptId, cents } = line
    const attempt = attempts.get(attemptId)
    const our = attempt?.state === 'charged' ? attempt.cents : 0
    if (seen.has(attemptId)) found.push(difference('charged_twice', attemptId, attemptId, { our: 0, their: cents }))
    else if (!attempt) found.push(difference('unknown', attemptId, attemptId, { our: 0, their: cents }))
    else if (attempt.cents !== cents)
      found.push(difference('amount_differs', attemptId, attemptId, { our: attempt.cents, their: cents }))
    else if (our === 0) found.push(difference('unheard_charge', attemptId, attemptId, { our, their: cents }))
    seen.add(attemptId)
  }
  for (const { attemptId, state, cents } of attempts.values())
    if (state === 'charged' && !seen.has(attemptId))
      found.push(difference('missing_charge', attemptId, attemptId, { our: cents, their: 0 }))
  return found
}

function ofRefunds(refunds: readonly KnownRefund[], lines: readonly StatementLine[]): Difference[] {
  const theirs = new Map(lines.flatMap((line) => (line.kind === 'refund' ? [[line.refundId, line] as const] : [])))
  const found: Difference[] = []
  for (const { refundId, attemptId, cents, isDone } of refunds) {
    const line = theirs.get(refundId)
    theirs.delete(refundId)
    const sums = { our: cents, their: line?.cents ?? 0 }
    if (!line && isDone) found.push(difference('missing_refund', refundId, attemptId, sums))
    if (line && !isDone) found.push(difference('unheard_refund', refundId, attemptId, sums))
    if (line && line.cents !== cents) found.push(difference('amount_differs', refundId, attemptId, sums))
  }
  for (const line of theirs.values())
    found.push(difference('unknown', line.refundId, line.attemptId, { our: 0, their: line.cents }))
  return found
}

/** Our books against a provider's statement of the same attempts; empty when they agree to the fen. */
export function reconcile(
  books: { attempts: readonly Attempt[]; refunds: readonly KnownRefund[] },
  statement: readonly StatementLine[],
): Difference[] {
  const attempts = new Map(books.attempts.map((attempt) => [attempt.attemptId, attempt]))
  return [...ofCharges(attempts, statement), ...ofRefunds(books.refunds, statement)]
}
