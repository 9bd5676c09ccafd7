import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiFailure } from '../../http/api-failure.ts'
import { type PreparedBatch, prepareBatch } from './prepare-batch.ts'

const nowMs = Date.parse('2026-11-11T00:00:00Z')
const rules = { nowMs, futureMs: 300_000, lateMs: 86_400_000, eventsMax: 1000 }
const good = { id: 'e1', type: 'view', at: '2026-11-11T00:00:00Z', visitorId: 'v1' }

const prepareOrRefuse = (body: string): PreparedBatch | ApiFailure => {
  try {
    return prepareBatch(body, rules)
  } catch (cause) {
    if (cause instanceof ApiFailure) return cause
    throw cause
  }
}

describe('a batch of events', () => {
  it('beyond the greatest number of events is refused', () => {
    const body = '{}\n'.repeat(1001)
    expect(prepareOrRefuse(body)).toMatchObject({ code: 'payload_too_large' })
  })

  it('tells late from edge to the millisecond', () => {
    const at = (ms: number): string => JSON.stringify({ ...good, at: new Date(nowMs - ms).toISOString() })
    const { events } = prepareBatch(`${at(86_400_000)}\n${at(86_400_001)}`, rules)
    expect(events.map((e) => e.late)).toEqual([false, true])
  })

  it('of any text is either refused as a whole or answered for every entry', () => {
    const line = fc.oneof(
      fc.constant(JSON.stringify(good)),
      fc.json(),
      fc.string(),
      fc
        .record({ id: fc.string(), type: fc.string(), at: fc.string(), visitorId: fc.anything() })
        .map((o) => JSON.stringify(o)),
    )
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', ',', ''), (lines, separator) => {
        const batch = prepareOrRefuse(lines.join(separator))
        if (batch instanceof ApiFailure) return
        expect(batch.events.length + batch.rejected.length).toBe(batch.received)
        for (const { line: text } of batch.events) expect(JSON.parse(`[0,${text}`)).toHaveLength(20)
      }),
      { seed: 42, numRuns: 1000 },
    )
  })
})
