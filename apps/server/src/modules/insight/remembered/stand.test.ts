import { parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { cutRange } from './cut-range.ts'
import type { EventPart } from './event-parts.ts'
import { isUnchanged, standOf } from './stand.ts'

const range = (from: string, to: string) => ({ from: parseDay(from), to: parseDay(to) })
const part = (blocks: [number, number], days: [string, string], more: Partial<EventPart> = {}): EventPart => ({
  partition: days[0].slice(0, 7),
  minBlock: blocks[0],
  maxBlock: blocks[1],
  dataVersion: blocks[0],
  rows: 100,
  firstDay: days[0],
  lastDay: days[1],
  ...more,
})

const OCTOBER = part([1, 3], ['2026-10-01', '2026-10-31'])
const EARLY = part([4, 4], ['2026-11-01', '2026-11-10'])
const LATE = part([5, 6], ['2026-11-11', '2026-11-20'])

describe('what was remembered of the first ten days of November', () => {
  const stand = standOf(range('2026-11-01', '2026-11-11'), [OCTOBER, EARLY, LATE])
  test.each<[string, boolean, EventPart[]]>([
    ['holds while nothing happens', true, [OCTOBER, EARLY, LATE]],
    ['holds when events of another day come', true, [OCTOBER, EARLY, LATE, part([7, 7], ['2026-11-21', '2026-11-21'])]],
    [
      'goes when an event of its days comes late',
      false,
      [OCTOBER, EARLY, LATE, part([7, 7], ['2026-11-02', '2026-11-02'])],
    ],
    ['holds when its month is merged', true, [OCTOBER, part([4, 6], ['2026-11-01', '2026-11-20'], { rows: 200 })]],
    [
      'goes when it is merged with newer rows',
      false,
      [OCTOBER, part([4, 7], ['2026-11-01', '2026-11-21'], { rows: 300 })],
    ],
    ['goes when rows of it are rewritten or deleted', false, [OCTOBER, { ...EARLY, dataVersion: 7 }, LATE]],
    ['holds when another month is rewritten', true, [{ ...OCTOBER, dataVersion: 7 }, EARLY, LATE]],
    ['goes when its part is dropped', false, [OCTOBER, LATE]],
    ['goes when its part is emptied', false, [OCTOBER, { ...EARLY, rows: 0 }, LATE]],
  ])('%s', (_, holds, parts) => {
    expect(isUnchanged(stand, parts)).toBe(holds)
  })
})

describe('a range is cut', () => {
  test.each([
    ['at months', range('2026-10-20', '2026-12-05'), [], ['2026-10-20', '2026-11-01', '2026-12-01']],
    ['at the newest day', range('2026-11-03', '2026-11-20'), ['2026-11-19'], ['2026-11-03', '2026-11-19']],
    ['nowhere within a month that is over', range('2026-10-03', '2026-10-20'), ['2026-11-19'], ['2026-10-03']],
    ['once where both fall together', range('2026-10-31', '2026-11-02'), ['2026-11-01'], ['2026-10-31', '2026-11-01']],
  ])('%s', (_, days, also, starts) => {
    const stretches = cutRange(
      days,
      also.map((day) => parseDay(day)),
    )
    expect(stretches.map(({ from }) => from)).toEqual(starts)
    expect(stretches.map(({ to }) => to)).toEqual([...starts.slice(1), days.to])
  })
})
