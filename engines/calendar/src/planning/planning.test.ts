import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  backPlan,
  criticalPath,
  eventConflicts,
  ganttRows,
  isWorkday,
  lateLeads,
  type NetworkTask,
  occasionsBetween,
} from '../index.ts'

const day = parseDay
const occasion = (id: string, year: number) => {
  const found = occasionsBetween(day(`${year}-01-01`), day(`${year + 1}-01-01`)).find(
    (o) => o.id === id && o.year === year,
  )
  if (!found) throw new Error(id)
  return found
}

describe('[P3.12] lead-time back-planning', () => {
  test('Double 11 of 2026: enrolment 45 days before, moved off the holiday week to the last worked day', () => {
    const tasks = backPlan(occasion('double11', 2026))
    const due = Object.fromEntries(tasks.map((t) => [t.leadId, t.dueDay]))
    // 45 days before 11 November is Sunday 27 September, the end of the Mid-Autumn holiday.
    expect(due.enrolment).toBe('2026-09-24')
    // 14 October is when the pre-heat begins; 10 days before is Sunday 4 October, in the holiday: 30 September.
    expect(due.material).toBe('2026-09-30')
    expect(due.preheat).toBe('2026-10-14')
  })
  test('every due day is worked, every piece is due after what it waits for: platform years 2015–2035', () => {
    for (const o of occasionsBetween(day('2015-01-01'), day('2036-01-01'))) {
      const tasks = backPlan(o)
      const due = new Map(tasks.map((t) => [t.id, t.dueDay]))
      for (const t of tasks) {
        if (t.leadId !== 'preheat') expect([t.id, isWorkday(t.dueDay)]).toEqual([t.id, true])
        expect(t.startDay <= t.dueDay && t.dueDay <= o.mainDay).toBe(true)
        for (const d of t.dependsOn) expect([t.id, d, (due.get(d) ?? '') <= t.dueDay]).toEqual([t.id, d, true])
      }
    }
  })
  test('a bigger campaign begins earlier', () => {
    const lead = (id: string) => {
      const o = occasion(id, 2026)
      return daysBetween(backPlan(o)[0]?.startDay ?? o.mainDay, o.mainDay)
    }
    expect(lead('double11')).toBeGreaterThan(lead('save99'))
    expect(lead('save99')).toBeGreaterThan(lead('love520'))
  })
})

describe('lead-time check', () => {
  const task = { id: 't', startDay: day('2026-11-16'), dueDay: day('2026-11-20') }
  test.each([
    ['before it begins', '2026-11-16', []],
    ['a day after it should have begun, with a day too few', '2026-11-17', [['tight', 4, 5]]],
    ['on its due day', '2026-11-20', [['tight', 1, 5]]],
    ['when the due day has passed', '2026-11-23', [['overdue', 0, 5]]],
  ])('%s', (_rule, today, expected) => {
    const found = lateLeads([task], day(today))
    expect(found.map((l) => [l.level, l.workdaysLeft, l.workdaysNeeded])).toEqual(expected)
  })
  test('says by how many days', () => expect(lateLeads([task], day('2026-11-23'))[0]?.daysLate).toBe(3))
  test('finished work and work without days are not late', () => {
    const others = [
      { ...task, done: true },
      { ...task, dueDay: null },
    ]
    expect(lateLeads(others, day('2027-01-01'))).toEqual([])
  })
})

describe('[P3.22] the network', () => {
  // A: 3, B: 2, C after A and B: 4, D after B: 1, E after C and D: 2. Critical: A C E, nine days.
  const network: NetworkTask[] = [
    { id: 'A', workdays: 3, dependsOn: [] },
    { id: 'B', workdays: 2, dependsOn: [] },
    { id: 'C', workdays: 4, dependsOn: ['A', 'B'] },
    { id: 'D', workdays: 1, dependsOn: ['B'] },
    { id: 'E', workdays: 2, dependsOn: ['C', 'D'] },
  ]
  test('critical path and slack of a known network are exact', () => {
    const found = criticalPath(network)
    expect(found.ok && found.value.workdays).toBe(9)
    expect(
      found.ok && found.value.tasks.map((t) => [t.id, t.earliestStart, t.latestStart, t.slack, t.critical]),
    ).toEqual([
      ['A', 0, 0, 0, true],
      ['B', 0, 1, 1, false],
      ['C', 3, 3, 0, true],
      ['D', 2, 6, 4, false],
      ['E', 7, 7, 0, true],
    ])
  })
  test.each([
    [
      'a circle',
      [
        { id: 'A', workdays: 1, dependsOn: ['B'] },
        { id: 'B', workdays: 1, dependsOn: ['A'] },
      ],
      { code: 'dependency_cycle', tasks: ['A', 'B'] },
    ],
    [
      'something unknown',
      [{ id: 'A', workdays: 1, dependsOn: ['X'] }],
      { code: 'unknown_dependency', task: 'A', dependency: 'X' },
    ],
    [
      'an id twice',
      [
        { id: 'A', workdays: 1, dependsOn: [] },
        { id: 'A', workdays: 2, dependsOn: [] },
      ],
      { code: 'repeated_task', task: 'A' },
    ],
  ])('%s is named', (_rule, tasks, error) => expect(criticalPath(tasks)).toEqual({ ok: false, error }))

  test('no task starts before what it waits for has ended, and one path is critical: any network', () => {
    const arbitraryNetwork = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.array(fc.nat(19), { maxLength: 3 })), {
        minLength: 1,
        maxLength: 20,
      })
      .map((rows) =>
        rows.map(([workdays, links], i) => ({
          id: `t${i}`,
          workdays,
          dependsOn: links.filter((l) => l < i).map((l) => `t${l}`),
        })),
      )
    fc.assert(
      fc.property(arbitraryNetwork, (tasks) => {
        const found = criticalPath(tasks)
        if (!found.ok) throw new Error(found.error.code)
        const places = new Map(found.value.tasks.map((t) => [t.id, t]))
        for (const task of tasks) {
          const place = places.get(task.id)
          for (const d of task.dependsOn) {
            expect(place && (places.get(d)?.earliestFinish ?? 0) <= place.earliestStart).toBe(true)
            expect(place && (places.get(d)?.latestFinish ?? 0) <= place.latestStart).toBe(true)
          }
          expect(place?.slack).toBeGreaterThanOrEqual(0)
        }
        expect(found.value.tasks.some((t) => t.critical)).toBe(true)
      }),
      { seed: 20261122, numRuns: 300 },
    )
  })
})

describe('[P3.22] Gantt rows', () => {
  const event = {
    id: 'e',
    name: '双11',
    fromDay: day('2027-10-14'),
    toDay: day('2027-11-15'),
    baselineFromDay: day('2027-10-12'),
    baselineToDay: day('2027-11-15'),
  }
  const task = {
    id: 't',
    title: '报名',
    eventId: 'e',
    startDay: day('2027-09-20'),
    dueDay: day('2027-09-24'),
    baselineStartDay: day('2027-09-20'),
    baselineDueDay: day('2027-09-22'),
    dependsOn: [],
    done: false,
  }
  test('drift is how many days later than approved, of start and end', () => {
    expect(ganttRows([event], [task]).map((r) => [r.id, r.startDrift, r.endDrift])).toEqual([
      ['e', 2, 0],
      ['t', 0, 2],
    ])
  })
  test('a task’s last day is inside its bar', () => expect(ganttRows([], [task])[0]?.to).toBe('2027-09-25'))
  test('without a baseline there is no drift, not zero', () => {
    const [row] = ganttRows([{ ...event, baselineFromDay: null, baselineToDay: null }], [])
    expect([row?.startDrift, row?.endDrift]).toEqual([null, null])
  })
  test('tasks stand under their event, the rest at the end, undated ones nowhere', () => {
    const rows = ganttRows(
      [event],
      [
        task,
        { ...task, id: 'free', eventId: null },
        { ...task, id: 'lost', eventId: 'gone' },
        { ...task, id: 'none', startDay: null, dueDay: null },
      ],
    )
    expect(rows.map((r) => r.id)).toEqual(['e', 't', 'free', 'lost'])
  })
})

describe('conflicts between own events', () => {
  const span = (id: string, from: string, to: string) => ({ id, fromDay: day(from), toDay: day(to) })
  test('every pair with a shared day is listed with the days', () => {
    const events = [
      span('a', '2027-03-01', '2027-03-10'),
      span('b', '2027-03-09', '2027-03-12'),
      span('c', '2027-03-12', '2027-03-13'),
    ]
    expect(eventConflicts(events)).toEqual([{ first: 'a', second: 'b', from: '2027-03-09', to: '2027-03-10' }])
  })
  test('equals the pairs found by looking at each day, in any order', () => {
    const arbitrary = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 15 })), { maxLength: 12 })
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const events = rows.map(([start, length], i) => {
          const fromDay = addDays(day('2027-01-01'), start)
          return { id: `e${String(i).padStart(2, '0')}`, fromDay, toDay: addDays(fromDay, length) }
        })
        const pairs = events.flatMap((a) =>
          events.filter((b) => a.id < b.id && a.fromDay < b.toDay && b.fromDay < a.toDay).map((b) => `${a.id} ${b.id}`),
        )
        const found = eventConflicts(events).map(({ first, second }) => [first, second].sort().join(' '))
        expect(found.toSorted()).toEqual(pairs.toSorted())
      }),
      { seed: 20261122, numRuns: 200 },
    )
  })
})
