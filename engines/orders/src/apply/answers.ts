import { type ResultCode, resultCodeOf } from '../codes/result-code.ts'

/** Said beside a code, in bits 8–15 of the first word. */
export const ANSWER_FLAG = {
  /** The id was answered before: this is that answer. */
  repeated: 1,
  giftAlternative: 2,
  giftLeftOut: 4,
  /** Stock is held, and the buyer has to pass a second check before paying. */
  checkNeeded: 8,
} as const

/** An answer is two words: code (bits 0–7), flags (8–15), line (16–31); detail. */
export const ANSWER_WORDS = 2

export type Answer = {
  code: ResultCode
  /** Line that a refusal is about, from 0. */
  line: number
  repeated: boolean
  giftAlternative: boolean
  giftLeftOut: boolean
  /** Only there where it is so. */
  checkNeeded?: true
  /** By code; see docs/order-core.md. */
  detail: number
}

/** Reads the answer of the `index`-th command. Errors: throws where the code is none of this version's. */
export function readAnswer(answers: Int32Array, index: number): Answer {
  const word = answers[index * ANSWER_WORDS] as number
  const code = resultCodeOf(word & 0xff)
  if (!code) throw new Error(`Answer code ${word & 0xff} is not known to this version 未知的应答码`)
  const flags = (word >>> 8) & 0xff
  return {
    code,
    line: word >>> 16,
    repeated: (flags & ANSWER_FLAG.repeated) !== 0,
    giftAlternative: (flags & ANSWER_FLAG.giftAlternative) !== 0,
    giftLeftOut: (flags & ANSWER_FLAG.giftLeftOut) !== 0,
    ...((flags & ANSWER_FLAG.checkNeeded) !== 0 && { checkNeeded: true }),
    detail: answers[index * ANSWER_WORDS + 1] as number,
  }
}
