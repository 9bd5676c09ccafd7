import { DrizzleQueryError } from 'drizzle-orm'

/** What the log keeps of a fault: enough to find it, nothing that a person sent. */
export type FaultDescription = {
  type: string
  code: string | undefined
  message: string
  /** Places in the source only; the first lines of a stack repeat the message. */
  at: string[]
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

const placesOf = (error: Error): string[] =>
  (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? [])

/**
 * A failed query on records repeats the values that were bound to it, names and e-mails among them; of it only the
 * statement with its places and the database's code are kept.
 */
export function describeFault(error: unknown): FaultDescription {
  if (!(error instanceof Error)) return { type: typeof error, code: undefined, message: 'not an Error', at: [] }
  if (error instanceof DrizzleQueryError)
    return { type: error.name, code: codeOf(error.cause), message: error.query, at: placesOf(error) }
  return { type: error.name, code: codeOf(error), message: error.message, at: placesOf(error) }
}
