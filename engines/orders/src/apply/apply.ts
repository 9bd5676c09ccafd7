import { isDecided, RESULT } from '../codes/result-code.ts'
import { HEAD, pairAt } from '../frame/layout.ts'
import { advanceTo } from '../orders/pass-time.ts'
import { type Admission, clockOf, OUTCOME } from '../state/admission.ts'
import { findReply, REPLY, rememberReply } from '../state/reply-ring.ts'
import { ANSWER_FLAG, ANSWER_WORDS } from './answers.ts'
import { readAhead } from './read-ahead.ts'
import { run } from './run.ts'

/** The remembered answer, or `id_reused` where the id stood for something else. */
function repeat(core: Admission, row: number, content: number, to: number): void {
  const { rows } = core.replies.table
  const at = row * REPLY.words
  const same = rows[at + REPLY.content] === content
  core.answers[to] = same ? (rows[at + REPLY.answer] as number) | (ANSWER_FLAG.repeated << 8) : RESULT.id_reused
  core.answers[to + 1] = same ? (rows[at + REPLY.detail] as number) : 0
}

function tooOldOrEarly(core: Admission, issuedAt: number): number {
  const now = clockOf(core)
  if (issuedAt <= (core.replies.horizon[0] as number) || issuedAt < now - core.options.replyRetentionMs)
    return RESULT.too_old
  return issuedAt > now + core.options.clockSkewMs ? RESULT.from_future : 0
}

function remember(core: Admission, frame: Int32Array, start: number, hash: number, content: number, to: number): void {
  const { rows } = core.replies.table
  const at = rememberReply(core.replies, frame, start + HEAD.id, hash, core.options.hashSeed, core.clock)
  rows[at + REPLY.answer] = core.answers[to] as number
  rows[at + REPLY.detail] = core.answers[to + 1] as number
  rows[at + REPLY.content] = content
  rows[at + REPLY.issuedAtLow] = frame[start + HEAD.issuedAt] as number
}

function decide(core: Admission, frame: Int32Array, start: number, to: number): void {
  const hash = core.ahead.ids[to / ANSWER_WORDS] as number
  const content = core.ahead.contents[to / ANSWER_WORDS] as number
  const known = findReply(core.replies, hash, frame, start + HEAD.id)
  if (known >= 0) {
    repeat(core, known, content, to)
    return
  }
  const { outcome, answers } = core
  outcome[OUTCOME.line] = 0
  outcome[OUTCOME.flags] = 0
  outcome[OUTCOME.detail] = 0
  const untimely = tooOldOrEarly(core, pairAt(frame, start + HEAD.issuedAt))
  const code = untimely || run(core, frame, start, hash)
  answers[to] = code | ((outcome[OUTCOME.flags] as number) << 8) | ((outcome[OUTCOME.line] as number) << 16)
  answers[to + 1] = outcome[OUTCOME.detail] as number
  if (isDecided(code)) remember(core, frame, start, hash, content, to)
}

/**
 * Runs a frame at the instant `now` (UTC ms; an earlier one than the last counts as the last). The frame must have passed
 * `checkFrame`. Time passes first (`advanceTo`), then the commands are decided one after another, as if each were alone.
 * Gives how many there were; their answers stand in `core.answers` until the next call.
 * The same frames at the same instants from the same state always end in the same state and answers.
 */
export function apply(core: Admission, frame: Int32Array, now: number): number {
  advanceTo(core, now)
  readAhead(core, frame)
  let start = 0
  let count = 0
  while (start < frame.length) {
    decide(core, frame, start, count * ANSWER_WORDS)
    start += (frame[start] as number) >>> 16
    count++
  }
  return count
}
