import type { EventInput } from '@zhanggui/contract'
import type { z } from 'zod'

/** Columns of an event on its way into the engine, in the order of `toEventLine`. */
export const LINE_STRUCTURE = [
  'event_id String',
  'late UInt8',
  'at_ms Int64',
  'type String',
  'consent UInt8',
  'visitor_id String',
  'session_id String',
  'item_id String',
  'category String',
  'brand String',
  'channel String',
  'device String',
  'page String',
  'province String',
  'campaign String',
  'query String',
  'quantity UInt32',
  'amount_cents Int64',
  'dwell_ms UInt32',
].join(', ')

/**
 * One event as a line of JSONCompactEachRow, without its opening bracket: the number of its batch is put before it later.
 * Without consent the event counts pages only, so who it was and what they searched for are left out here already.
 */
export function toEventLine(event: z.output<typeof EventInput>, at: { atMs: number; late: boolean }): string {
  const who = event.consent ? [1, event.visitorId, event.sessionId ?? ''] : [0, '', '']
  const row = [
    event.id,
    at.late ? 1 : 0,
    at.atMs,
    event.type,
    ...who,
    event.itemId ?? '',
    event.category ?? '',
    event.brand ?? '',
    event.channel ?? '',
    event.device ?? '',
    event.page ?? '',
    event.province ?? '',
    event.campaign ?? '',
    event.consent ? (event.query ?? '') : '',
    event.quantity ?? 0,
    event.amountCents ?? 0,
    event.dwellMs ?? 0,
  ]
  return JSON.stringify(row).slice(1)
}
