import { EventInput } from '@zhanggui/contract'
import { EVENT_TYPES } from '@zhanggui/facts'
import { err, ok, type Result } from '@zhanggui/kernel'
import type { z } from 'zod'
import type { EventFault } from './event-faults.ts'
import { readInstant } from './read-instant.ts'

export type CheckedEvent = { input: z.output<typeof EventInput>; atMs: number }

/** How far an event may lie from the server's clock. */
export type EventWindow = { nowMs: number; futureMs: number }

type Issue = z.core.$ZodIssue

const TYPES: ReadonlySet<string> = new Set(EVENT_TYPES)
const OLDEST_MS = Date.UTC(2000, 0, 1)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The contract's schema names a fault by what it expected; here by what the sender should look at. */
function toFault(issue: Issue, raw: Record<string, unknown>): EventFault {
  const field = String(issue.path[0] ?? '')
  switch (issue.code) {
    case 'unrecognized_keys':
      return { code: 'unknown_field', field: issue.keys[0] ?? '' }
    case 'invalid_type':
      return raw[field] === undefined
        ? { code: 'missing_field', field }
        : { code: 'wrong_type', field, expected: issue.expected }
    case 'too_small':
    case 'too_big':
      return { code: issue.origin === 'string' ? 'wrong_length' : 'out_of_range', field }
    default:
      return { code: 'unsupported_version', field }
  }
}

function findUnstorable(raw: Record<string, unknown>): string | undefined {
  for (const field in raw) {
    const value = raw[field]
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) return field
  }
  return undefined
}

/**
 * One event of a batch, checked against the contract and the clock.
 * Errors: the first fault found, as a value.
 */
export function checkEvent(raw: unknown, window: EventWindow): Result<CheckedEvent, EventFault> {
  if (!isObject(raw)) return err({ code: 'not_an_object', field: '' })
  const parsed = EventInput.safeParse(raw)
  const [issue] = parsed.error?.issues ?? []
  if (issue) return err(toFault(issue, raw))
  const input = parsed.data as z.output<typeof EventInput>
  const unstorable = findUnstorable(raw)
  if (unstorable !== undefined) return err({ code: 'unstorable_text', field: unstorable })
  if (!TYPES.has(input.type)) return err({ code: 'unknown_type', field: 'type' })
  const atMs = readInstant(input.at)
  if (atMs === null) return err({ code: 'invalid_instant', field: 'at' })
  if (atMs < OLDEST_MS) return err({ code: 'too_old', field: 'at' })
  if (atMs > window.nowMs + window.futureMs) return err({ code: 'in_future', field: 'at' })
  return ok({ input, atMs })
}
