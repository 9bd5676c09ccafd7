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

/**
 * Answers a question once for each state of the data: watchers of the same figure share one query, also while it runs,
 * and the first question after a new fact is asked again. A failed question is forgotten.
 */
export async function answerOnce<T>(context: Context, question: unknown, ask: () => Promise<T>): Promise<T> {
  const answers = currentAnswers(context, await readDataVersion(context))
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
