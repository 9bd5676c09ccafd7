import type { EventInput } from '@zhanggui/contract'

/** An event of 10 November 2026, 12:00 UTC, unless told otherwise. */
export const event = (id: string, fields: Partial<EventInput> = {}): EventInput => ({
  id,
  type: 'view',
  at: '2026-11-10T12:00:00.000Z',
  visitorId: `visitor of ${id}`,
  ...fields,
})

export const ndjson = (events: readonly unknown[]): Buffer =>
  Buffer.from(events.map((e) => JSON.stringify(e)).join('\n'))
