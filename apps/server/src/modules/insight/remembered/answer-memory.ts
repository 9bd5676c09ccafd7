import type { Context } from '../../../context.ts'
import type { EventPart } from './event-parts.ts'
import { isUnchanged, type Stand } from './stand.ts'

/** Answers kept; most are a few rows, none is longer than this. */
const MAX_ANSWERS = 5000
const MAX_ROWS = 5000

type Remembered = { stand: Stand; rows: Promise<readonly unknown[]> }

const answersOf = new WeakMap<Context['facts'], Map<string, Remembered>>()

function keep(answers: Map<string, Remembered>, key: string, remembered: Remembered): void {
  answers.delete(key)
  for (const oldest of answers.keys()) {
    if (answers.size < MAX_ANSWERS) break
    answers.delete(oldest)
  }
  answers.set(key, remembered)
}

/**
 * What was answered about some days, as long as their events are what they were; else asked anew. Who asks while an answer is
 * under way shares it. `stand` is read before `ask` runs, so an event that arrives meanwhile makes the answer old, never wrong.
 */
export function rememberedRows<T>(
  { facts }: Context,
  { key, stand, parts }: { key: string; stand: Stand; parts: readonly EventPart[] },
  ask: () => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const answers = answersOf.get(facts) ?? new Map<string, Remembered>()
  answersOf.set(facts, answers)
  const known = answers.get(key)
  if (known && isUnchanged(known.stand, parts)) {
    keep(answers, key, known)
    return known.rows as Promise<readonly T[]>
  }
  const rows = ask()
  keep(answers, key, { stand, rows })
  const forget = (): void => {
    if (answers.get(key)?.rows === rows) answers.delete(key)
  }
  rows.then((answer) => {
    if (answer.length > MAX_ROWS) forget()
  }, forget)
  return rows
}
