import { maskEngineMessage } from './mask-engine-message.ts'

/**
 * A statement that the fact store could not run. `code` is ClickHouse's own word (`UNKNOWN_TABLE`, `MEMORY_LIMIT_EXCEEDED`, …),
 * `unavailable` when no server answered, `closed` after `close()`. `message` and `statement` (its first line, values left out)
 * hold nobody's data and may be logged.
 */
export class FactStoreError extends Error {
  readonly code: string
  readonly statement: string
  readonly #cause: unknown
  constructor(fact: { code: string; message: string; statement: string; cause?: unknown }) {
    super(`${maskEngineMessage(fact.message, fact.code)} [${fact.code}] in: ${fact.statement}`)
    this.name = 'FactStoreError'
    this.code = fact.code
    this.statement = fact.statement
    this.#cause = fact.cause
  }

  /** What the driver threw, for debugging. It may quote rows, so it is not the `cause` that loggers print unasked. */
  driverError(): unknown {
    return this.#cause
  }
}

const firstLine = (sql: string): string => (sql.trim().split('\n', 1)[0] ?? '').slice(0, 200)

/** ClickHouse ends its messages with the word for the error and its version: `… (UNKNOWN_TABLE) (version 26.7…)`. */
const codeInMessage = (message: string): string | undefined =>
  [...message.matchAll(/\(([A-Z][A-Z0-9_]{3,})\)/g)].at(-1)?.[1]

const wordOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'type' in cause && typeof cause.type === 'string' ? cause.type : undefined

/** Turns what a driver threw at `sql` (values not yet bound) into ours, once. */
export function toFactStoreError(cause: unknown, sql: string, otherwise: string): FactStoreError {
  if (cause instanceof FactStoreError) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  const code = wordOf(cause) ?? codeInMessage(message) ?? otherwise
  return new FactStoreError({ code, message, statement: firstLine(sql), cause })
}
