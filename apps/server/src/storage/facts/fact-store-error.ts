/**
 * A statement that the fact store could not run. `code` is ClickHouse's own word (`UNKNOWN_TABLE`, `MEMORY_LIMIT_EXCEEDED`, …),
 * `unavailable` when no server answered, `closed` after `close()`. `statement` is the first line only and never holds values.
 */
export class FactStoreError extends Error {
  readonly code: string
  readonly statement: string
  constructor(fact: { code: string; message: string; statement: string; cause: unknown }) {
    super(`${fact.message} [${fact.code}] in: ${fact.statement}`, { cause: fact.cause })
    this.name = 'FactStoreError'
    this.code = fact.code
    this.statement = fact.statement
  }
}

const firstLine = (sql: string): string => (sql.trim().split('\n', 1)[0] ?? '').slice(0, 200)

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** ClickHouse ends its messages with the word for the error and its version: `… (UNKNOWN_TABLE) (version 26.7…)`. */
const codeInMessage = (message: string): string | undefined =>
  [...message.matchAll(/\(([A-Z][A-Z0-9_]{3,})\)/g)].at(-1)?.[1]

const wordOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'type' in cause && typeof cause.type === 'string' ? cause.type : undefined

/** Turns what a driver threw into ours, once. */
export function toFactStoreError(cause: unknown, sql: string, otherwise: string): FactStoreError {
  if (cause instanceof FactStoreError) return cause
  const message = messageOf(cause)
  return new FactStoreError({
    code: wordOf(cause) ?? codeInMessage(message) ?? otherwise,
    message,
    statement: firstLine(sql),
    cause,
  })
}
