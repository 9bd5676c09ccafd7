import type { Context } from '../../context.ts'
import { readDataVersion } from './data-version.ts'

/** Answers kept; each is at most a few hundred kilobytes of rows. */
const MAX_ANSWERS = 400

type Answers = { version: string; byQuestion: Map<string, Promise<unknown>> }

const answersOf = new WeakMap<Context['facts'], Answers>()

function currentAnswers(context: Context, version: string): Map<string, Promise<unknown>> {
  const known = answersOf.get(context.facts)
  if (known?.version === version) return known.byQuestion
  const byQuestion = new Map<string, Promise<unknown>>()
  answersOf.set(context.facts, { version, byQuestion })
  return byQuestion
}

function makeRoom(answers: Map<string, Promise<unknown>>): void {
  for (const oldest of answers.keys()) {
    if (answers.size < MAX_ANSWERS) return
    answers.delete(oldest)
  }
}

/** Readers that ask many questions of one state of the data, and the answers of that state. */
const readings = new WeakMap<Context, Promise<Map<string, Promise<unknown>>>>()

/**
 * The same installation for one reader of many figures: what the data is is asked once and not before every question, and the same
 * question is answered once, also where facts arrive while it reads. Shape: to be let go with the reader.
 */
export function asOneReading(context: Context): Context {
  const reading: Context = { ...context }
  readings.set(
    reading,
    readDataVersion(context).then((version) => currentAnswers(context, version)),
  )
  return reading
}

/**
 * Answers a question once for each state of the data: watchers of the same figure share one query, also while it runs,
 * and the first question after a new fact is asked again. A failed question is forgotten.
 */
export async function answerOnce<T>(context: Context, question: unknown, ask: () => Promise<T>): Promise<T> {
  const answers = await (readings.get(context) ?? readDataVersion(context).then((v) => currentAnswers(context, v)))
  const key = JSON.stringify(question)
  const known = answers.get(key)
  if (known) {
    answers.delete(key)
    answers.set(key, known)
    return known as Promise<T>
  }
  makeRoom(answers)
  const asked = ask()
  answers.set(key, asked)
  asked.catch(() => answers.delete(key))
  return asked
}
