import type { CalendarOccasion, CalendarYear, GanttRow } from '@zhanggui/contract'
import { describe, expect, test } from 'vitest'
import { factsByDay, toneOf, wordOf } from './day-facts.ts'
import { ganttScale, shownRows, spanOn } from './gantt-scale.ts'
import { type Spanned, weekBars } from './week-bars.ts'

const row = (given: Partial<GanttRow> & Pick<GanttRow, 'id' | 'from' | 'to'>): GanttRow => ({
  kind: 'event',
  parentId: null,
  name: given.id,
  nameEn: given.id,
  baselineFrom: null,
  baselineTo: null,
  startDrift: null,
  endDrift: null,
  phases: [],
  dependsOn: [],
  side: null,
  team: null,
  owner: null,
  done: false,
  late: null,
  critical: false,
  slackDays: null,
  ...given,
})

const occasion = (given: Partial<CalendarOccasion> & Pick<CalendarOccasion, 'id' | 'mainDay'>): CalendarOccasion => ({
  year: 2027,
  nameZh: given.id,
  nameEn: given.id,
  kind: 'platform',
  origin: 'platform',
  row: null,
  counted: true,
  from: given.mainDay,
  to: '2027-06-19',
  blocks: [],
  phases: [{ phase: 'burst', from: given.mainDay, to: '2027-06-19' }],
  ...given,
})

const year = (given: Partial<CalendarYear>): CalendarYear => ({
  year: 2027,
  today: '2026-11-22',
  days: ['2027-06-17', '2027-06-18'].map((day) => ({
    day,
    lunar: '十四',
    kind: 'workday',
    nameZh: null,
    known: false,
    basis: 'weekday',
  })),
  named: [],
  occasions: [],
  themes: [],
  plan: null,
  gantt: [],
  gaps: [],
  gapDays: 21,
  proposals: [],
  warnings: [],
  ...given,
})

describe('a day', () => {
  test('is coloured by a burst before a pre-heat, and by what counts before what does not', () => {
    const preheat = occasion({
      id: 'pre',
      mainDay: '2027-06-18',
      from: '2027-06-17',
      phases: [{ phase: 'preheat', from: '2027-06-17', to: '2027-06-19' }],
    })
    const silent = occasion({ id: 'meeting', mainDay: '2027-06-18', counted: false, origin: 'shop' })
    const own = occasion({ id: 'own', mainDay: '2027-06-18', origin: 'shop' })
    const facts = factsByDay(year({ occasions: [silent, preheat, own] }))
    const on = (day: string) => facts.get(day)
    expect(on('2027-06-18')?.occasions.map((o) => o.occasion.id)).toEqual(['own', 'pre', 'meeting'])
    const [before, main] = [on('2027-06-17'), on('2027-06-18')]
    expect(before && toneOf(before)).toEqual({ family: 'platform', phase: 'preheat' })
    expect(main && toneOf(main)).toEqual({ family: 'shop', phase: 'burst' })
  })
  test('is named by the occasion whose D0 it is, else by a festival, else by the moon', () => {
    const named: CalendarYear['named'] = [
      { day: '2027-06-17', nameZh: '夏至', nameEn: 'Solstice', source: 'solarTerm' },
      { day: '2027-06-17', nameZh: '端午', nameEn: 'Dragon Boat', source: 'lunar' },
    ]
    const facts = factsByDay(year({ named, occasions: [occasion({ id: '618', mainDay: '2027-06-18' })] }))
    const word = (day: string) => {
      const found = facts.get(day)
      return found && wordOf(found, 'zh').text
    }
    expect([word('2027-06-17'), word('2027-06-18')]).toEqual(['端午', '618'])
  })
  test('holds the tasks that are due on it, on the last day of their work', () => {
    const facts = factsByDay(year({ gantt: [row({ id: 't', kind: 'task', from: '2027-06-15', to: '2027-06-18' })] }))
    expect(facts.get('2027-06-17')?.due.map(({ id }) => id)).toEqual(['t'])
    expect(facts.get('2027-06-18')?.due).toEqual([])
  })
})

describe('bars of a week', () => {
  const item = (id: string, from: string, to: string): Spanned => ({
    id,
    name: id,
    from,
    to,
    family: 'platform',
    phases: [],
  })
  test('what overlaps has a lane of its own, what does not shares one', () => {
    const items = [
      item('a', '2027-06-01', '2027-06-17'),
      item('b', '2027-06-15', '2027-06-16'),
      item('c', '2027-06-18', '2027-06-30'),
    ]
    const bars = weekBars(items, '2027-06-14', '2027-06-21')
    expect(bars.map((b) => [b.item.id, b.lane, b.column, b.length, b.begins, b.ends])).toEqual([
      ['a', 0, 0, 3, false, true],
      ['b', 1, 1, 1, true, true],
      ['c', 0, 4, 3, true, false],
    ])
  })
  test('a bar is cut where its phase changes', () => {
    const phases = [
      { phase: 'preheat' as const, from: '2027-06-10', to: '2027-06-16' },
      { phase: 'burst' as const, from: '2027-06-16', to: '2027-06-19' },
    ]
    const [bar] = weekBars([{ ...item('a', '2027-06-10', '2027-06-19'), phases }], '2027-06-14', '2027-06-21')
    expect(bar?.cuts).toEqual([
      { phase: 'preheat', start: 0, length: 2 },
      { phase: 'burst', start: 2, length: 3 },
    ])
  })
})

describe('the Gantt chart', () => {
  test('reaches over whole months around everything drawn, baselines included', () => {
    const scale = ganttScale(
      [row({ id: 'a', from: '2027-01-05', to: '2028-01-02', baselineFrom: '2026-12-20' })],
      2027,
      3,
    )
    expect([scale.from, scale.to]).toEqual(['2026-12-01', '2028-02-01'])
    expect(scale.months.reduce((sum, m) => sum + m.width, 0)).toBe(scale.width)
  })
  test('a bar lies at its days', () => {
    const scale = ganttScale([], 2027, 3)
    expect(spanOn(scale, '2027-01-11', '2027-01-21')).toEqual({ x: 30, width: 30 })
    expect(spanOn(scale, '2027-01-11', '2027-01-12').width).toBe(3)
  })
  test('tasks show under an opened event; those of no event always', () => {
    const rows = [
      row({ id: 'e', from: '2027-01-01', to: '2027-01-02' }),
      row({ id: 't', kind: 'task', parentId: 'e', from: '2027-01-01', to: '2027-01-02' }),
      row({ id: 'free', kind: 'task', from: '2027-01-01', to: '2027-01-02' }),
    ]
    expect(shownRows(rows, []).map(({ id }) => id)).toEqual(['e', 'free'])
    expect(shownRows(rows, ['e']).map(({ id }) => id)).toEqual(['e', 't', 'free'])
  })
})
