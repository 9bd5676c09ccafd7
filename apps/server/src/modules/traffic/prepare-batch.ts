import { type CheckedEvent, checkEvent } from './check-event.ts'
import { type RejectedEvent, toRejectedEvent } from './event-faults.ts'
import { toEventLine } from './event-lines.ts'
import { splitBatch } from './split-batch.ts'

/** An event ready to be stored: its id, for telling it apart, and its row as text. */
export type PreparedEvent = { id: string; late: boolean; line: string }

export type PreparedBatch = { received: number; future: number; events: PreparedEvent[]; rejected: RejectedEvent[] }

export type BatchRules = { nowMs: number; futureMs: number; lateMs: number; eventsMax: number }

const prepare = ({ input, atMs }: CheckedEvent, rules: BatchRules): PreparedEvent => {
  const late = rules.nowMs - atMs > rules.lateMs
  return { id: input.id, late, line: toEventLine(input, { atMs, late }) }
}

/**
 * Reads and checks a batch. Shape: good events in the order sent; bad ones with their position.
 * Errors: throws `invalid_json`, and `payload_too_large` beyond `eventsMax` events.
 */
export function prepareBatch(body: string, rules: BatchRules): PreparedBatch {
  const entries = splitBatch(body, rules.eventsMax)
  const batch: PreparedBatch = { received: entries.length, future: 0, events: [], rejected: [] }
  for (const [index, entry] of entries.entries()) {
    const checked = entry.readable
      ? checkEvent(entry.value, rules)
      : { ok: false as const, error: { code: 'invalid_json' as const, field: '' } }
    if (checked.ok) batch.events.push(prepare(checked.value, rules))
    else {
      batch.rejected.push(toRejectedEvent(index, checked.error))
      if (checked.error.code === 'in_future') batch.future++
    }
  }
  return batch
}
