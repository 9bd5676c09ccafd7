import { describe, expect, it } from 'vitest'
import { checkEvent } from './check-event.ts'
import { toRejectedEvent } from './event-faults.ts'

const nowMs = Date.parse('2026-11-11T00:00:00Z')
const window = { nowMs, futureMs: 300_000 }
const good = { id: 'e1', type: 'view', at: '2026-11-11T00:00:00Z', visitorId: 'v1' }

describe('one event', () => {
  it.each([
    ['the least it may hold', good],
    [
      'every field',
      {
        ...good,
        v: 1,
        sessionId: 's',
        itemId: '6',
        category: '美妆',
        brand: 'b',
        channel: 'search',
        device: 'app',
        page: 'detail',
        province: '浙江',
        campaign: 'd11',
        query: '面膜',
        quantity: 2,
        amountCents: -1990,
        dwellMs: 5,
        consent: false,
      },
    ],
    ['a time just inside the tolerance', { ...good, at: '2026-11-11T00:05:00Z' }],
    ['a time in another zone', { ...good, at: '2026-11-11T08:05:00+08:00' }],
    ['an emoji and a rare character', { ...good, query: '𠮷🎁' }],
  ])('is taken with %s', (_, event) => {
    expect(checkEvent(event, window).ok).toBe(true)
  })

  it.each([
    ['a list', [], 'not_an_object', ''],
    ['null', null, 'not_an_object', ''],
    ['an unknown field', { ...good, visitor: 'x' }, 'unknown_field', 'visitor'],
    ['no id', { ...good, id: undefined }, 'missing_field', 'id'],
    ['an empty id', { ...good, id: '' }, 'wrong_length', 'id'],
    ['an id of 101 characters', { ...good, id: 'x'.repeat(101) }, 'wrong_length', 'id'],
    ['a number for a text', { ...good, visitorId: 5 }, 'wrong_type', 'visitorId'],
    ['money with a fraction', { ...good, amountCents: 19.9 }, 'wrong_type', 'amountCents'],
    ['a negative quantity', { ...good, quantity: -1 }, 'out_of_range', 'quantity'],
    ['version 2', { ...good, v: 2 }, 'unsupported_version', 'v'],
    ['an unknown type', { ...good, type: 'pv' }, 'unknown_type', 'type'],
    ['a time without zone', { ...good, at: '2026-11-11T00:00:00' }, 'invalid_instant', 'at'],
    ['the 30th of February', { ...good, at: '2026-02-30T00:00:00Z' }, 'invalid_instant', 'at'],
    ['a time past the tolerance', { ...good, at: '2026-11-11T00:05:00.001Z' }, 'in_future', 'at'],
    ['seconds taken for milliseconds', { ...good, at: '1970-01-21T00:00:00Z' }, 'too_old', 'at'],
    ['half an emoji', { ...good, query: '\ud83c' }, 'unstorable_text', 'query'],
    ['NUL', { ...good, page: 'a\0' }, 'unstorable_text', 'page'],
  ])('is refused with %s', (_, event, code, field) => {
    const checked = checkEvent(event, window)
    expect(checked).toMatchObject({ ok: false, error: { code, field } })
    if (checked.ok) return
    const told = toRejectedEvent(7, checked.error)
    expect(told).toMatchObject({ index: 7, field, code })
    expect(`${told.message}${told.messageEn}`).not.toMatch(/[{}]/)
  })
})
