import type { z } from 'zod'
import { ApiFailure } from './api-failure.ts'

/** `field: what is wrong` for the first few issues of a failed parse; values are left out, they may be personal. */
export function describeIssues(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const parts = issues.slice(0, 3).map(({ path, message }) => `${path.map(String).join('.') || 'body'}: ${message}`)
  return parts.join('; ')
}

/** Errors: throws `invalid_request` naming the fields. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new ApiFailure('invalid_request', { where: describeIssues(parsed.error.issues) }, { cause: parsed.error })
}
