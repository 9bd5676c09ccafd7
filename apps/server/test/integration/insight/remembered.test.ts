import type { DayRange } from '@zhanggui/calendar'
import type { Store } from '@zhanggui/contract'
import { addDays, createRng, parseDay } from '@zhanggui/kernel'
import { getSource, planQuery, queryCalendar, queryParams, type SqlRow } from '@zhanggui/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { erasePerson } from '../../../src/modules/admin/people/erase-person.ts'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { askGroup } from '../../../src/modules/insight/remembered/ask-group.ts'
import { readEventParts } from '../../../src/modules/insight/remembered/event-parts.ts'
import { lookAtCoverage } from '../../../src/modules/insight/remembered/look-at-coverage.ts'
import { isUnchanged, standOf } from '../../../src/modules/insight/remembered/stand.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'

const YEAR = { from: parseDay('2026-01-01'), to: parseDay('2026-05-01') }
const DAYS = 120

/** Visits of 300 people on `days` days from `first` on, the people and the days drawn by number. */
const EVENTS = `INSERT INTO events (store, day, at, type, visitor, session, channel, device, page, row_key)
SELECT {store:String}, {first:Date} + cityHash64(n, 'day') % {days:UInt32} AS d,
  toDateTime64(d, 3, 'UTC') + cityHash64(n, 'at') % 57000,
  ['view', 'view', 'view', 'cart', 'favourite'][1 + n % 5],
  if(n % 17 = 0, 0, sipHash64Keyed(({k0:UInt64}, {k1:UInt64}), toString(cityHash64(n, 'who') % 300))),
  if(n % 3 = 0, 0, 1 + cityHash64(n, 'visit') % 900),
  ['搜索', '推荐', ''][1 + n % 3], ['app', 'pc'][1 + n % 2], if(n % 11 = 0, 'live', 'detail'), cityHash64(n, 'row')
FROM (SELECT number + {seed:UInt64} AS n FROM numbers({rows:UInt32}))`

const QUESTIONS: readonly {
  metrics: string[]
  by: string[]
  filters?: { dimension: string; op: 'in'; values: string[] }[]
}[] = [
  { metrics: ['uv', 'pv', 'cartBuyers'], by: ['day'] },
  { metrics: ['uv', 'pv'], by: ['week', 'device'] },
  { metrics: ['uv', 'cartAdds'], by: ['month', 'channel'] },
  { metrics: ['uv'], by: ['quarter'] },
  { metrics: ['uv', 'pv'], by: ['hour'] },
  { metrics: ['uv', 'pv', 'favouriteRate'], by: [] },
  { metrics: ['uv'], by: ['trafficClass'], filters: [{ dimension: 'device', op: 'in', values: ['app'] }] },
  { metrics: ['visits', 'bounceRate'], by: ['month'] },
  { metrics: ['visits', 'bounceRate', 'liveSessions'], by: [] },
  { metrics: ['visits'], by: ['device'] },
  { metrics: ['uv'], by: ['category'] },
  { metrics: ['uv'], by: ['campaignDay'] },
]

describe('what is remembered of the past', () => {
  let context: TestContext
  let store: Store
  let seed = 0
  beforeAll(async () => {
    context = await createTestContext()
    store = await createStore(context, { id: 'past', name: '往日' }, { actor: 'test' })
    await arrive(YEAR.from, DAYS - 10, 6000)
  })
  afterAll(() => context.close())

  async function arrive(first: string, days: number, rows: number): Promise<void> {
    const { k0, k1 } = context.secrets.storeHashKey(store.id)
    await context.facts.command(EVENTS, { store: store.id, first, days, rows, seed, k0, k1 })
    seed += rows
  }

  // How many rows a cell was made of is no figure; whether there was any decides what is unknown.
  const inOrder = (rows: readonly SqlRow[]): string[] =>
    rows
      .filter((row) => row.cell_rows !== 0)
      .map(({ cell_rows: _, ...row }) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
      .toSorted()

  async function figures(
    question: (typeof QUESTIONS)[number],
    range: DayRange,
    until: string | null,
    largeRows: number,
  ) {
    const planned = planQuery({ filters: [], ...question })
    if (!planned.ok) throw new Error(planned.error.messageEn)
    const plan = planned.value
    const calendar = queryCalendar(range, plan.occasions)
    const subject = { plan, store: store.id, zone: store.timezone, channels: [], dataEnd: range.to, calendar }
    const paramsOf = (days: DayRange, ends: string | null) => queryParams({ ...subject, range: days, until: ends })
    const newestDay = addDays(YEAR.from, DAYS - 12)
    const of = (whole: boolean) =>
      plan.groups.map((group) =>
        askGroup(context, { plan, group, whole, range, until, newestDay, paramsOf }, { largeRows }),
      )
    return (await Promise.all([...of(false), ...of(true)])).map(inOrder)
  }

  async function expectSameAnswers(range: DayRange, until: string | null, questions = QUESTIONS): Promise<void> {
    for (const question of questions) {
      const fresh = await figures(question, range, until, Number.POSITIVE_INFINITY)
      const remembered = await figures(question, range, until, 0)
      expect({ ...question, range, rows: remembered }).toEqual({ ...question, range, rows: fresh })
    }
    const views = getSource('views')
    const look = (largeRows: number) => lookAtCoverage(context, store.id, views, { largeRows })
    expect(await look(0)).toEqual(await look(Number.POSITIVE_INFINITY))
  }

  test('is what a fresh count says, for any range, after late events, merging, deletes and erasure', async () => {
    const rng = createRng(7)
    const pick = (n: number): number => Math.floor(rng.next() * n)
    const randomRange = (): DayRange => {
      const from = pick(DAYS - 2)
      return { from: addDays(YEAR.from, from), to: addDays(YEAR.from, from + 1 + pick(DAYS - from)) }
    }
    const happenings = [
      () => arrive(addDays(YEAR.from, pick(DAYS)), 1, 40),
      () => arrive(addDays(YEAR.from, DAYS - 12), 2, 60),
      () => arrive(YEAR.from, DAYS, 200),
      () => context.facts.command('OPTIMIZE TABLE events FINAL'),
      () =>
        context.facts.command(
          `DELETE FROM events WHERE day = '${addDays(YEAR.from, pick(DAYS))}' SETTINGS lightweight_deletes_sync = 2`,
        ),
      () => erasePerson(context, store, { identifiers: [String(pick(300))], reason: '本人要求' }, { actor: 'test' }),
    ]
    for (const [i, happen] of happenings.entries()) {
      const third = QUESTIONS.filter((_, question) => question % 3 === i % 3)
      await expectSameAnswers(i % 2 === 0 ? YEAR : randomRange(), i % 3 === 2 ? '09:30:00' : null, third)
      await happen()
    }
    await expectSameAnswers(YEAR, null)
  })

  test('stays when other days change, and goes with its own days', async () => {
    const march = { from: parseDay('2026-03-01'), to: parseDay('2026-04-01') }
    const now = async () => (await readEventParts(context)) ?? []
    const stand = standOf(march, await now())
    await arrive(parseDay('2026-04-20'), 1, 10)
    await context.facts.command('OPTIMIZE TABLE events FINAL')
    expect(isUnchanged(stand, await now())).toBe(true)
    await arrive(parseDay('2026-03-31'), 1, 10)
    expect(isUnchanged(stand, await now())).toBe(false)
  })

  test('holds no visitor any more once somebody was erased', async () => {
    const kept = () =>
      context.facts.query(
        "SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'remembered_')",
      )
    expect(await kept()).not.toEqual([])
    await erasePerson(context, store, { identifiers: ['7'], reason: '本人要求' }, { actor: 'test' })
    expect(await kept()).toEqual([])
  })
})
