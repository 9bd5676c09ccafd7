import { type Cents, cents, err, ok, type Result } from '@zhanggui/kernel'
import type { BudgetLine } from '../budget-line.ts'
import { type Balances, heldBy } from './balances.ts'
import { givingAccount, legsOf } from './legs-of.ts'
import type { LedgerEntry, Leg, Posting } from './posting.ts'

/** Why an entry is refused; nothing is posted then. Amounts in fen. */
export type LedgerError =
  | { code: 'amount_not_positive'; amountCents: Cents }
  | { code: 'unknown_line'; lineId: string | null }
  | { code: 'heading_line'; lineId: string }
  | { code: 'same_line'; lineId: string }
  | { code: 'reserve_untouched'; lineId: string }
  | { code: 'not_a_reserve'; lineId: string }
  | { code: 'not_enough'; lineId: string; state: string; availableCents: Cents; neededCents: Cents }
  | { code: 'id_reused'; id: string }

/** What an entry is checked against: the lines of the plan, and where their money stands now. */
export type LedgerSubject = { lines: readonly BudgetLine[]; balances: Balances }

const TWO_LINES = new Set(['transfer', 'release', 'restore'])

/** A reserve is planned, released, restored to and closed; nothing else touches it (P4.07). */
const RESERVE_KINDS = new Set(['plan', 'release', 'close'])

function checkLine(lines: readonly BudgetLine[], lineId: string | null): LedgerError | null {
  if (lineId === null || !lines.some((line) => line.id === lineId)) return { code: 'unknown_line', lineId }
  return lines.some((line) => line.parentId === lineId) ? { code: 'heading_line', lineId } : null
}

function checkAmount({ kind, amountCents }: LedgerEntry): LedgerError | null {
  const isFine = kind === 'plan' ? amountCents !== 0 : amountCents > 0
  return isFine ? null : { code: 'amount_not_positive', amountCents }
}

function checkTarget({ lines }: LedgerSubject, entry: LedgerEntry): LedgerError | null {
  if (!TWO_LINES.has(entry.kind)) return null
  if (entry.toLineId === entry.lineId) return { code: 'same_line', lineId: entry.lineId }
  return checkLine(lines, entry.toLineId)
}

const kindOf = (lines: readonly BudgetLine[], id: string | null) => lines.find((line) => line.id === id)?.kind

function checkReserve({ lines }: LedgerSubject, entry: LedgerEntry): LedgerError | null {
  const isReserve = kindOf(lines, entry.lineId) === 'reserve'
  if (isReserve && !RESERVE_KINDS.has(entry.kind)) return { code: 'reserve_untouched', lineId: entry.lineId }
  if (entry.kind === 'release' && !isReserve) return { code: 'not_a_reserve', lineId: entry.lineId }
  if (entry.kind === 'restore' && kindOf(lines, entry.toLineId) !== 'reserve')
    return { code: 'not_a_reserve', lineId: entry.toLineId ?? '' }
  return null
}

function checkFunds({ balances }: LedgerSubject, entry: LedgerEntry): LedgerError | null {
  const giving = givingAccount(entry)
  if (!giving || entry.overspendReason) return null
  const { account, neededCents } = giving
  const availableCents = heldBy(balances, account)
  if (availableCents >= neededCents) return null
  return { code: 'not_enough', lineId: entry.lineId, state: account.state, availableCents, neededCents }
}

/** Only what is planned may run below nothing, and only for a stated reason; nobody pays out what was never committed. */
const mayOverspend = ({ kind, from }: LedgerEntry): boolean =>
  kind === 'commit' || ((kind === 'spend' || kind === 'accrue') && from === 'planned')

/**
 * Turns an entry into a posting. Several faults: the first of amount, line, target, reserve, funds is told.
 * Errors: see `LedgerError`; a refused entry leaves the ledger as it was.
 */
export function postEntry(subject: LedgerSubject, given: LedgerEntry): Result<Posting, LedgerError> {
  const entry = mayOverspend(given) ? given : { ...given, overspendReason: null }
  const fault =
    checkAmount(entry) ??
    checkLine(subject.lines, entry.lineId) ??
    checkTarget(subject, entry) ??
    checkReserve(subject, entry) ??
    checkFunds(subject, entry)
  return fault ? err(fault) : ok({ ...entry, legs: legsOf(entry) })
}

const sameLegs = (a: readonly Leg[], b: readonly Leg[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What a repeated id means: the same entry again changes nothing, another entry under the id of an old one is refused.
 */
export function checkRepeat(before: Posting, entry: LedgerEntry): Result<'duplicate', LedgerError> {
  const isSame = before.kind === entry.kind && before.day === entry.day && sameLegs(before.legs, legsOf(entry))
  return isSame ? ok('duplicate') : err({ code: 'id_reused', id: entry.id })
}

/** What must be planned or taken back so that the ledger's budget of a line is the plan's; `null` when it is already. */
export function planDifference(plannedCents: Cents, budgetCents: Cents): Cents | null {
  const difference = cents(plannedCents - budgetCents)
  return difference === 0 ? null : difference
}
