import { addDays, parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarEntry, readICalendar, writeICalendar } from '../index.ts'

const stampedAt = new Date('2026-11-22T00:00:00Z')
const shopZone = 'Asia/Shanghai'
const entry = (given: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'shop-1@zhanggui',
  summary: '品牌日',
  description: '',
  from: parseDay('2027-04-18'),
  to: parseDay('2027-04-20'),
  categories: [],
  source: 'shop',
  facts: {},
  ...given,
})
const write = (entries: CalendarEntry[]): string => writeICalendar({ name: '日历', entries, stampedAt })
const read = (text: string) => {
  const content = readICalendar(text, { shopZone })
  if (!content.ok) throw new Error(content.error.code)
  return content
}
const vevent = (...lines: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:x',
    'SUMMARY:会议',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

describe('writing', () => {
  test('all-day events with an exclusive end, a stable uid and CRLF', () => {
    const text = write([entry()])
    expect(text).toContain('DTSTART;VALUE=DATE:20270418\r\n')
    expect(text).toContain('DTEND;VALUE=DATE:20270420\r\n')
    expect(text).toContain('UID:shop-1@zhanggui\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
  test('no line is longer than 75 octets and no character is cut in two', () => {
    const text = write([
      entry({ summary: '双十一全品类满减'.repeat(30), description: `${'说明，'.repeat(200)}\n第二行；🎉` }),
    ])
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(read(text).entries[0]?.summary).toBe('双十一全品类满减'.repeat(30))
  })
  test('the same entries give the same text', () => expect(write([entry()])).toBe(write([entry()])))
})

describe('[P3.12] round trip', () => {
  test('what is written is read back, any text and any days', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((s) => s.replace(/[\p{Cc}\p{Cs}]/gu, '').trim())
    const arbitrary = fc.record({
      uid: fc.uuid(),
      summary: text,
      description: text,
      categories: fc.array(
        text.filter((t) => t !== ''),
        { maxLength: 3 },
      ),
      start: fc.nat(7000),
      length: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 5 }), (rows) => {
        const entries = rows.map(({ start, length, ...rest }): CalendarEntry => {
          const from = addDays(parseDay('2015-01-01'), start)
          return { ...rest, from, to: addDays(from, length), source: 'shop', facts: { 'main-day': from } }
        })
        const { entries: back, problems } = read(write(entries))
        expect(problems).toEqual([])
        expect(back.map(({ line: _line, recurs: _recurs, ...rest }) => rest)).toEqual(entries)
      }),
      { seed: 20261122, numRuns: 60 },
    )
  })
})

describe('a foreign file', () => {
  const days = (...lines: string[]) => {
    const { entries, problems } = read(vevent(...lines))
    return [entries[0]?.from, entries[0]?.to, ...problems.map((p) => p.code)]
  }
  test.each([
    ['a day without an end is one day', ['DTSTART;VALUE=DATE:20270418'], ['2027-04-18', '2027-04-19']],
    [
      'an end on the start’s day is one day',
      ['DTSTART;VALUE=DATE:20270418', 'DTEND;VALUE=DATE:20270418'],
      ['2027-04-18', '2027-04-19'],
    ],
    ['a length in days', ['DTSTART;VALUE=DATE:20270418', 'DURATION:P3D'], ['2027-04-18', '2027-04-21']],
    [
      'an evening in UTC is the next morning here',
      ['DTSTART:20270418T170000Z', 'DTEND:20270418T180000Z'],
      ['2027-04-19', '2027-04-20'],
    ],
    [
      'an end at midnight leaves the next day free',
      ['DTSTART:20270418T100000', 'DTEND:20270419T000000'],
      ['2027-04-18', '2027-04-19'],
    ],
    [
      'a zone by its IANA name',
      ['DTSTART;TZID=America/New_York:20270418T130000', 'DTEND;TZID=America/New_York:20270418T140000'],
      ['2027-04-19', '2027-04-20'],
    ],
    [
      'a zone that nobody knows: the day as written, and said so',
      ['DTSTART;TZID=Custom Zone 7:20270418T130000'],
      ['2027-04-18', '2027-04-19', 'unknown_zone'],
    ],
    ['a yearly rule', ['DTSTART;VALUE=DATE:20270418', 'RRULE:FREQ=YEARLY'], ['2027-04-18', '2027-04-19']],
    [
      'another rule keeps the first day and says so',
      ['DTSTART;VALUE=DATE:20270418', 'RRULE:FREQ=WEEKLY'],
      ['2027-04-18', '2027-04-19', 'recurrence'],
    ],
  ])('%s', (_rule, lines, expected) => expect(days(...lines)).toEqual(expected))

  test('a zone that the file brings along is used', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:China Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0800',
      'TZOFFSETTO:+0800',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const text = vevent('DTSTART;TZID=China Standard Time:20270418T010000').replace(
      'BEGIN:VEVENT',
      [...zone, 'BEGIN:VEVENT'].join('\r\n'),
    )
    const { entries, problems } = read(text)
    expect([entries[0]?.from, problems]).toEqual(['2027-04-18', []])
  })

  test.each([
    ['a day that does not exist', ['DTSTART;VALUE=DATE:20270230'], 'not_a_day'],
    ['words instead of a day', ['DTSTART:tomorrow'], 'not_a_day'],
    ['no start', [], 'no_start'],
    ['an end before the start', ['DTSTART;VALUE=DATE:20270418', 'DTEND;VALUE=DATE:20270410'], 'ends_before_start'],
    ['a line that is no property', ['HELLO'], 'unreadable'],
    ['a year beyond all plans', ['DTSTART;VALUE=DATE:99990101'], 'not_a_day'],
    ['a cancelled event', ['DTSTART;VALUE=DATE:20270418', 'STATUS:CANCELLED'], 'cancelled'],
  ])('%s is told with its line and leaves the other events alone', (_rule, lines, code) => {
    const good = write([entry()]).replace('END:VCALENDAR\r\n', '')
    const bad = vevent(...lines)
      .split('\r\n')
      .slice(2)
      .join('\r\n')
    const { entries, problems } = read(good + bad)
    expect(entries.map((e) => e.uid)).toEqual(['shop-1@zhanggui'])
    expect(problems).toEqual([expect.objectContaining({ code, kept: false, line: good.split('\r\n').length })])
  })

  test('an event that never ends is told, the others are read', () => {
    const cut = write([entry(), entry({ uid: 'b' })])
      .split('\r\n')
      .slice(0, -4)
      .join('\r\n')
    const { entries, problems } = read(cut)
    expect([entries.length, problems.map((p) => p.code)]).toEqual([1, ['unclosed']])
  })
  test('a changed occurrence of a series is an entry of its own', () => {
    const text = vevent('DTSTART;VALUE=DATE:20270418', 'RECURRENCE-ID;VALUE=DATE:20270418')
    expect(read(text).entries[0]?.uid).toBe('x/2027-04-18')
  })
  test('the same event without a uid has the same identity each time', () => {
    const text = vevent('DTSTART;VALUE=DATE:20270418').replace('UID:x\r\n', '')
    expect(read(text).entries[0]?.uid).toBe(read(text).entries[0]?.uid)
    expect(read(text).entries[0]?.uid).toContain('2027-04-18')
  })
  test('line ends of any kind, a byte-order mark and lower case are read', () => {
    const text = `\u{feff}${vevent('DTSTART;VALUE=DATE:20270418').replaceAll('\r\n', '\n').replace('BEGIN:VEVENT', 'begin:vevent')}`
    expect(read(text).entries).toHaveLength(1)
  })
  test('something else altogether is refused', () => {
    expect(readICalendar('<html>', { shopZone })).toEqual({ ok: false, error: { code: 'not_icalendar' } })
    expect(readICalendar('', { shopZone })).toEqual({ ok: false, error: { code: 'not_icalendar' } })
  })
  test('too many events are refused before the work', () => {
    const text = `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(5001)}END:VCALENDAR`
    expect(readICalendar(text, { shopZone })).toMatchObject({
      error: { code: 'too_many_events', events: 5001, limit: 5000 },
    })
  })
  test('mangled files never throw and never invent an event', () => {
    const good = write([entry(), entry({ uid: 'b', summary: '会员日' })])
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(good.length), fc.string({ maxLength: 5 }), (a, b, noise) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const content = readICalendar(good.slice(0, from) + noise + good.slice(to), { shopZone })
        if (content.ok) expect(content.entries.length + content.problems.length).toBeLessThanOrEqual(4)
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })
})
