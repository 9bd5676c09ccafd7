/**
 * Stops on a bug. Not for expected outcomes: those are `Result` values.
 * Errors: throws `Error` with `rule` (the broken rule in words) when `condition` is false.
 */
export function assert(condition: unknown, rule: string): asserts condition {
  if (!condition) throw new Error(`Broken rule: ${rule}`)
}
