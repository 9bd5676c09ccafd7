import { parseDay, parsePeriod } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { checkQuarters, correctQuarters, type FiledEvent } from './index.ts'

const filed = (given: Partial<FiledEvent>): FiledEvent => ({
  id: 'e1',
  name: '',
  occasionId: null,
  declaredQuarter: null,
  mainDay: null,
  ...given,
})

describe('[P3.12] an event filed under a quarter in which it does not lie', () => {
  test('618 under the third quarter is found, and the second is named', () => {
    const event = filed({ name: '618 年中大促', declaredQuarter: parsePeriod('2027-Q3') })
    expect(checkQuarters([event])).toEqual([
      { eventId: 'e1', occasionId: 'june618', declared: '2027-Q3', corrected: '2027-Q2', mainDay: '2027-06-18' },
    ])
  })
  test('correcting changes the quarter only and keeps what was written', () => {
    const event = { ...filed({ occasionId: 'june618', declaredQuarter: parsePeriod('2027-Q3') }), owner: '小王' }
    const { events, corrections } = correctQuarters([event])
    expect(events).toEqual([{ ...event, declaredQuarter: '2027-Q2' }])
    expect(corrections.map(({ declared }) => declared)).toEqual(['2027-Q3'])
  })
  test.each([
    [
      'its own day wins over the occasion',
      filed({ name: '618', mainDay: parseDay('2027-07-05'), declaredQuarter: parsePeriod('2027-Q3') }),
    ],
    ['the right quarter', filed({ name: '双11', declaredQuarter: parsePeriod('2027-Q4') })],
    ['no quarter', filed({ name: '618' })],
    ['nothing that has a day', filed({ name: '夏季上新', declaredQuarter: parsePeriod('2027-Q3') })],
  ])('left alone: %s', (_rule, event) => expect(checkQuarters([event])).toEqual([]))

  test('a lunar occasion is judged by its day in that year', () => {
    const midAutumn = (year: number) => filed({ name: '中秋', declaredQuarter: parsePeriod(`${year}-Q4`) })
    expect(checkQuarters([midAutumn(2025)])).toEqual([])
    expect(checkQuarters([midAutumn(2026)])[0]?.corrected).toBe('2026-Q3')
  })
})
