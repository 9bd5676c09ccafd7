import { RESULT } from '../codes/result-code.ts'
import { KIND } from './command-kind.ts'
import * as at from './layout.ts'

/** `count` commands, or what is wrong with the command at `index`; then nothing of the frame may be journaled or run. */
export type FrameCheck = { ok: true; count: number } | { ok: false; code: number; index: number }

const FIXED_WORDS: ReadonlyMap<number, number> = new Map([
  [KIND.changeTerms, at.CHANGE_TERMS.words],
  [KIND.adjustStock, at.ADJUST_STOCK.words],
  [KIND.pay, at.PAY.words],
  [KIND.payDeposit, at.PAY_DEPOSIT.words],
  [KIND.release, at.RELEASE.words],
  [KIND.returnGoods, at.RETURN.words],
  [KIND.openGate, at.OPEN_GATE.words],
  [KIND.enterGate, at.ENTER_GATE.words],
  [KIND.block, at.BLOCK.words],
])

const FLAGS_KNOWN: ReadonlyMap<number, number> = new Map([
  [KIND.reserve, at.RESERVE_FLAG.paid],
  [KIND.returnGoods, at.RETURN_FLAG.scrap | at.RETURN_FLAG.restoreLimit],
])

const LINE_FLAGS_KNOWN = at.LINE_FLAG.gift | at.LINE_FLAG.mayBeMissing
const SIGNALS_KNOWN =
  at.SIGNAL.verified | at.SIGNAL.newAddress | at.SIGNAL.newDevice | at.SIGNAL.proxyNetwork | at.SIGNAL.holdForCheck
const HIGH_PAIR_WORD_MAX = 0x1fffff

/** Two-word numbers stay below 2^53, or they would not be exact. */
const isExactPair = (words: Int32Array, index: number): boolean =>
  (words[index + 1] as number) >>> 0 <= HIGH_PAIR_WORD_MAX

function reserveHolds(words: Int32Array, start: number, length: number, lines: number): boolean {
  if (lines < 1 || lines > at.BOUNDS.linesMax || length !== at.RESERVE.lines + lines * at.LINE.words) return false
  if (words[start + at.RESERVE.reserved] !== 0) return false
  if (((words[start + at.RESERVE.signals] as number) & 0xffff & ~SIGNALS_KNOWN) !== 0) return false
  if (!isExactPair(words, start + at.RESERVE.amount) || (words[start + at.RESERVE.holdMs] as number) < 0) return false
  for (let line = start + at.RESERVE.lines; line < start + length; line += at.LINE.words) {
    const flags = (words[line] as number) >>> at.ITEM_BITS
    const alternative = words[line + at.LINE.alternative] as number
    if (flags & ~LINE_FLAGS_KNOWN || alternative < 0 || alternative > at.ITEM_MASK) return false
    // A missing gift may only be a gift; an alternative belongs to a gift.
    if (!(flags & at.LINE_FLAG.gift) && (flags !== 0 || alternative !== 0)) return false
  }
  return true
}

function openItemHolds(words: Int32Array, start: number, length: number, parts: number): boolean {
  return parts <= at.BOUNDS.partsMax && length === at.OPEN_ITEM.parts + parts * at.PART.words && termsHold(words, start)
}

const termsHold = (words: Int32Array, start: number): boolean =>
  isExactPair(words, start + at.OPEN_ITEM.opensAt) &&
  isExactPair(words, start + at.OPEN_ITEM.closesAt) &&
  isExactPair(words, start + at.OPEN_ITEM.balanceFrom) &&
  isExactPair(words, start + at.OPEN_ITEM.balanceUntil)

function bodyHolds(words: Int32Array, start: number, kind: number, length: number): boolean {
  const lines = words[start + at.HEAD.lines] as number
  if (lines < 0 || lines > 255) return false
  if (kind === KIND.reserve) return reserveHolds(words, start, length, lines)
  if (kind === KIND.openItem) return openItemHolds(words, start, length, lines)
  if (lines !== 0) return false
  if (kind === KIND.setScorecard) {
    const bins = (length - at.SET_SCORECARD.bins) / 2
    return Number.isInteger(bins) && bins >= 0 && bins <= at.BOUNDS.binsMax
  }
  if (length !== FIXED_WORDS.get(kind)) return false
  if (kind === KIND.changeTerms) return termsHold(words, start)
  if (kind === KIND.openGate) return isExactPair(words, start + at.OPEN_GATE.opensAt)
  if (kind === KIND.pay) return isExactPair(words, start + at.PAY.amount)
  if (kind === KIND.payDeposit)
    return isExactPair(words, start + at.PAY.amount) && isExactPair(words, start + at.PAY_DEPOSIT.balance)
  return true
}

/**
 * Is every command of the frame whole and well formed? To be asked before a frame is journaled: what is journaled is replayed,
 * so a frame that cannot be read must never get that far.
 * Errors: `command_malformed` (lengths, reserved bits, counts, numbers past 2^53), `kind_unknown`; the first one wins.
 */
export function checkFrame(frame: Int32Array): FrameCheck {
  let start = 0
  let count = 0
  while (start < frame.length) {
    const word = frame[start] as number
    const length = word >>> 16
    if (length < at.HEAD.words || start + length > frame.length) return fault(RESULT.command_malformed, count)
    const kind = word & 0xff
    if (kind < KIND.openItem || kind > KIND.setScorecard) return fault(RESULT.kind_unknown, count)
    const flags = (word >>> 8) & 0xff
    if (flags & ~(FLAGS_KNOWN.get(kind) ?? 0)) return fault(RESULT.command_malformed, count)
    if (!isExactPair(frame, start + at.HEAD.issuedAt) || !bodyHolds(frame, start, kind, length))
      return fault(RESULT.command_malformed, count)
    start += length
    count++
  }
  return { ok: true, count }
}

const fault = (code: number, index: number): FrameCheck => ({ ok: false, code, index })
