import { describe, expect, it } from 'vitest'
import { hoursProblem, parseSpans, printSpans } from '../src/index.ts'
import { day, hoursOf } from './shop-hours.ts'

describe('hours as people write them', () => {
  it.each([
    ['', []],
    ['休', []],
    ['全天', [{ from: 0, to: 1440 }]],
    ['9:00-18:00', [{ from: 540, to: 1080 }]],
    [
      '09:00－12:00，13:30～18:00',
      [
        { from: 540, to: 720 },
        { from: 810, to: 1080 },
      ],
    ],
    [
      '9:00至12:00、13:30至24:00',
      [
        { from: 540, to: 720 },
        { from: 810, to: 1440 },
      ],
    ],
    ['22:00-06:00', [{ from: 1320, to: 1800 }]],
    ['22:00-次日06:00', [{ from: 1320, to: 1800 }]],
    ['10:00-10:00', [{ from: 600, to: 2040 }]],
  ])('"%s" is read, and written so that it is read again', (text, spans) => {
    expect(parseSpans(text)).toEqual({ ok: true, value: spans })
    expect(parseSpans(printSpans(spans))).toEqual({ ok: true, value: spans })
  })

  it.each([
    ['9-18', '9-18'],
    ['09:00-12:00, 13.30-18:00', '13.30-18:00'],
    ['24:00-25:00', '24:00-25:00'],
    ['09:60-12:00', '09:60-12:00'],
    ['09:00-次日10:00', '09:00-次日10:00'],
    ['早班', '早班'],
  ])('"%s" is refused with the part that is no span', (text, part) => {
    expect(parseSpans(text)).toEqual({ ok: false, error: { code: 'bad_span', part } })
  })
})

describe('hours that cannot be used are named', () => {
  it.each([
    ['fine', hoursOf('9:00-12:00, 13:30-18:00'), null],
    ['a zone that nobody knows', { ...hoursOf('9:00-18:00'), timeZone: 'Asia/Hangzhou' }, 'unknown_time_zone'],
    ['spans that overlap', hoursOf('9:00-13:00, 12:00-18:00'), 'overlapping_spans'],
    ['spans out of order', hoursOf('13:00-18:00, 9:00-12:00'), 'overlapping_spans'],
    ['never open', hoursOf(''), 'never_open'],
    ['half a minute', { ...hoursOf('9:00-18:00'), holiday: [{ from: 0.5, to: 3 }] }, 'bad_span'],
    [
      'a closure that ends before it begins',
      { ...hoursOf('9:00-18:00'), closures: [{ from: day('2026-11-12'), through: day('2026-11-11'), name: '' }] },
      'bad_closure',
    ],
  ])('%s', (_name, hours, problem) => {
    expect(hoursProblem(hours)).toBe(problem)
  })
})
