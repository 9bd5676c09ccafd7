import { describe, expect, test } from 'vitest'
import {
  actionType,
  applyChanges,
  backTest,
  type Decision,
  decide,
  describePlaybook,
  type Moment,
  PLAYBOOK_LIBRARY,
  type Playbook,
  planRun,
  playbookFaults,
} from '../../src/index.ts'
import { call, event } from '../../src/library/shipped-playbook.ts'
import { worldOf } from './world-of.ts'

const WORDS = { name: '访客数', write: String }
const OCCASION = { at: 1_000_000, tags: {}, value: null }

const sound = (more: Partial<Playbook> = {}): Playbook => ({
  id: 'p',
  nameZh: '暂停',
  nameEn: 'Pause',
  owner: 'operations',
  trigger: event('ad-fault'),
  actions: [call('pauseChannel')],
  limits: { cooldownMinutes: 30, runsPerDay: 2, changesPerRun: 5 },
  approval: 'auto',
  shadow: false,
  ...more,
})

const CHANNELS = worldOf({ 'channel/search': { state: 'on' }, 'channel/live': { state: 'on' } })
const PLAN = planRun(sound(), CHANNELS, { ...OCCASION, tags: { channel: 'search' } })
const moment = (more: Partial<Moment> = {}): Moment => ({
  now: 1_000_000,
  localMinute: 600,
  paused: false,
  ranAt: [],
  waiting: false,
  ...more,
})
const codeOf = (decision: Decision): string => (decision.kind === 'hold' ? decision.reason.code : decision.kind)

describe('the shipped library', () => {
  test.each(PLAYBOOK_LIBRARY.map((playbook) => [playbook.id, playbook] as const))(
    '%s may be saved, begins in shadow, reads as a sentence in both languages',
    (_id, playbook) => {
      expect(playbookFaults(playbook)).toEqual([])
      expect(playbook.shadow).toBe(true)
      expect(describePlaybook(playbook, WORDS, 'zh')).toMatch(/。.*。.*只记录/)
      expect(describePlaybook(playbook, WORDS, 'en')).toMatch(/^(When|Every) .*\. .*\. For now/)
    },
  )

  test('ids are unique', () => {
    expect(new Set(PLAYBOOK_LIBRARY.map(({ id }) => id)).size).toBe(PLAYBOOK_LIBRARY.length)
  })
})

describe('a playbook that is not sound cannot be saved', () => {
  const faultOf = (more: Partial<Playbook>) => playbookFaults(sound(more)).map(({ field }) => field)
  test.each<[string, Partial<Playbook>, string]>([
    ['without an owner', { owner: ' ' }, 'owner'],
    ['without a name', { nameZh: '' }, 'nameZh'],
    ['without actions', { actions: [] }, 'actions'],
    ['with an action that is not there', { actions: [{ type: 'buyOrders', params: {} }] }, 'actions.0.type'],
    ['with a step beyond its limit', { actions: [call('adjustBid', { step: 0.5 })] }, 'actions.0.step'],
    ['with a parameter that is not there', { actions: [call('pauseChannel', { x: 1 })] }, 'actions.0.x'],
    [
      'with cuts that do not rise',
      { actions: [call('stepPrice', { cuts: [0.2, 0.1] })], approval: 'confirm' },
      'actions.0.cuts',
    ],
    [
      'with less approval than its action needs',
      { actions: [call('releaseReserve')], approval: 'confirm' },
      'approval',
    ],
    [
      'without a pause between runs',
      { limits: { cooldownMinutes: 0, runsPerDay: 1, changesPerRun: 1 } },
      'limits.cooldownMinutes',
    ],
    ['with an event without a name', { trigger: event('') }, 'trigger.event'],
    ['with a schedule past midnight', { trigger: { kind: 'schedule', atMinutes: [1440] } }, 'trigger.atMinutes'],
  ])('%s', (_name, more, field) => {
    expect(faultOf(more)).toEqual([field])
  })
})

describe('a decision', () => {
  test.each<[string, Partial<Playbook>, Partial<Moment>, string]>([
    ['acts', {}, {}, 'run'],
    ['asks one', { approval: 'confirm' }, {}, 'ask'],
    ['only writes down in shadow', { shadow: true, approval: 'twoPerson' }, {}, 'shadow'],
    ['does nothing while everything is paused', {}, { paused: true }, 'paused'],
    ['does not ask twice', { approval: 'confirm' }, { waiting: true }, 'waiting'],
    ['cools down to the minute', {}, { ranAt: [1_000_000 - 29] }, 'coolingDown'],
    ['acts again after that', {}, { ranAt: [1_000_000 - 30] }, 'run'],
    ['keeps the limit of a day', {}, { ranAt: [1_000_000 - 1439, 1_000_000 - 100] }, 'dailyLimit'],
    ['forgets what is a day old', {}, { ranAt: [1_000_000 - 1440, 1_000_000 - 100] }, 'run'],
    ['keeps to its phases', { limits: { ...sound().limits, phases: ['burst'] } }, { phase: 'preheat' }, 'outsidePhase'],
    [
      'keeps to its hours, over midnight too',
      { limits: { ...sound().limits, hours: { from: 1320, to: 120 } } },
      {},
      'outsideHours',
    ],
    ['acts within hours over midnight', { limits: { ...sound().limits, hours: { from: 1320, to: 700 } } }, {}, 'run'],
  ])('%s', (_name, playbook, at, expected) => {
    expect(codeOf(decide(sound(playbook), PLAN, moment(at)))).toBe(expected)
  })

  test('[P10.18] a run that would change more than its limit is held', () => {
    const world = worldOf(
      Object.fromEntries(
        Array.from({ length: 6 }, (_, i) => [`slot/${i}`, { item: `a${i}`, stock: 0, substitutes: `b${i}` }]),
      ),
    )
    const playbook = sound({ actions: [call('swapItem')] })
    expect(codeOf(decide(playbook, planRun(playbook, world, OCCASION), moment()))).toBe('tooManyChanges')
  })

  test('a run that could not act says why', () => {
    const plan = planRun(sound(), CHANNELS, OCCASION)
    expect(decide(sound(), plan, moment())).toMatchObject({
      kind: 'hold',
      reason: { code: 'couldNotAct', zh: '没有指明渠道' },
    })
  })
})

describe('actions worked by hand', () => {
  const run = (type: string, subjects: Parameters<typeof worldOf>[0], at = OCCASION.at) =>
    planRun({ actions: [call(type)] }, worldOf(subjects), { ...OCCASION, at }).changes

  test('[P10.08] 10 % of a lagging category goes to those ahead by their weights; 4000·10 % = 400 → 300 + 100', () => {
    const changes = run('shiftExposure', {
      'exposure/bath': { weight: 4000, base: 4000, pace: 0.7 },
      'exposure/desk': { weight: 4500, base: 4500, pace: 1.3 },
      'exposure/lamp': { weight: 1500, base: 1500, pace: 1.2 },
    })
    expect(changes.map(({ subject, after }) => [subject.id, after])).toEqual([
      ['bath', 3600],
      ['desk', 4800],
      ['lamp', 1600],
    ])
  })

  test('[P10.08] a category that recovers is paid back from those above their base', () => {
    const changes = run('shiftExposure', {
      'exposure/bath': { weight: 3600, base: 4000, pace: 1 },
      'exposure/desk': { weight: 6400, base: 6000, pace: 1 },
    })
    expect(changes.map(({ subject, after }) => [subject.id, after])).toEqual([
      ['bath', 4000],
      ['desk', 6000],
    ])
  })

  test('[P10.07] three steps of 5 %, 15 %, 30 % off the list price, seven days apart, to the floor; rigid items never', () => {
    const item = {
      listCents: 20_000,
      cents: 20_000,
      floorCents: 15_000,
      step: 0,
      steppedAt: null,
      slow: true,
      rigid: false,
    }
    let world = worldOf({ 'price/slow': item, 'price/rigid': { ...item, rigid: true } })
    const prices: unknown[] = []
    for (const day of [0, 6, 7, 14, 21]) {
      const { changes } = planRun({ actions: [call('stepPrice')] }, world, { ...OCCASION, at: day * 1440 })
      world = applyChanges(world, changes)
      prices.push(world.get('price/slow')?.cents)
    }
    expect(prices).toEqual([19_000, 19_000, 17_000, 15_000, 15_000])
    expect(world.get('price/rigid')?.cents).toBe(20_000)
  })

  test('a bid moves by at most its step and stays between its limits', () => {
    const channel = { state: 'on', bidCents: 95, leastBidCents: 50, mostBidCents: 100 }
    expect(
      run('adjustBid', {
        'channel/a': { ...channel, marginalRoi: 9 },
        'channel/b': { ...channel, marginalRoi: 1 },
      }).map(({ after }) => after),
    ).toEqual([100, 86])
  })

  test('reserve is released to its share of the whole, not beyond', () => {
    expect(
      run('releaseReserve', { 'reserve/2026': { reserveCents: 4_000_000, releasedCents: 500_000 } }),
    ).toMatchObject([{ after: 1_200_000 }])
  })

  test('every declared action reads subjects that some test world has', () => {
    expect(actionType('swapItem')?.reads).toEqual(['slot'])
    expect(actionType('nothing')).toBeUndefined()
  })
})

describe('a back-test', () => {
  const swap = sound({
    trigger: event('sold-out'),
    actions: [call('swapItem')],
    limits: { cooldownMinutes: 1, runsPerDay: 9, changesPerRun: 9 },
  })
  const history = {
    worldAt: (minute: number) => worldOf({ 'slot/a': { item: 'x', stock: minute >= 100 ? 0 : 5, substitutes: 'y z' } }),
    offsetMinutes: 480,
    from: 0,
    to: 1000,
    everyMinutes: 1,
  }

  test('acts at each event by what was known then, and carries its own changes along', () => {
    const { runs, acted, held } = backTest(swap, { ...history, events: [50, 150, 300] })
    expect(runs.map(({ at, decision }) => [at, decision.kind])).toEqual([
      [50, 'hold'],
      [150, 'run'],
      [300, 'run'],
    ])
    expect(runs.flatMap(({ plan }) => plan.changes.map(({ before, after }) => [before, after]))).toEqual([
      ['x', 'y'],
      ['y', 'z'],
    ])
    expect({ acted, held }).toEqual({ acted: 2, held: { couldNotAct: 1 } })
  })

  test('a schedule counts by the local day', () => {
    const daily = { ...swap, trigger: { kind: 'schedule' as const, atMinutes: [480 + 100] } }
    expect(backTest(daily, history).occurrences.map(({ from }) => from)).toEqual([100])
  })
})
