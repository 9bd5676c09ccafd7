import { describe, expect, it } from 'vitest'
import {
  CALM,
  decideLeave,
  fullSinceAt,
  isFullSite,
  type LeaveLook,
  nextService,
  roomOf,
  type ServiceReading,
  type ServiceState,
} from '../../src/index.ts'

const idle = { level: 0, busy: 0.1, ageMs: 2000 } as const
const overloaded: LeaveLook = { fullMs: 30_000, isUnderAttack: false, leftMsAgo: {}, other: idle }
const attacked: LeaveLook = { ...overloaded, isUnderAttack: true }

describe('[P7.08] a shop leaves a site that is full for one that has room', () => {
  it.each([
    { what: 'full for half a minute', look: overloaded, why: 'overload' },
    { what: 'not full', look: { ...overloaded, fullMs: null }, why: 'not_full' },
    { what: 'full for a moment', look: { ...overloaded, fullMs: 29_999 }, why: 'not_long' },
    { what: 'nobody in step', look: { ...overloaded, other: undefined }, why: 'no_room' },
    {
      what: 'the other leaves something out too',
      look: { ...overloaded, other: { ...idle, level: 1 } },
      why: 'no_room',
    },
    { what: 'the other is busy', look: { ...overloaded, other: { ...idle, busy: 0.6 } }, why: 'no_room' },
    {
      what: 'the other was heard long ago',
      look: { ...overloaded, other: { ...idle, ageMs: 10_001 } },
      why: 'no_room',
    },
    { what: 'moved nine minutes ago', look: { ...overloaded, leftMsAgo: { overload: 540_000 } }, why: 'rests' },
    { what: 'moved ten minutes ago', look: { ...overloaded, leftMsAgo: { overload: 600_000 } }, why: 'overload' },
    {
      what: 'moved for an attack a minute ago',
      look: { ...overloaded, leftMsAgo: { attack: 60_000 } },
      why: 'overload',
    },
  ] as const)('$what: $why', ({ look, why }) => {
    const decided = decideLeave(look)
    expect(decided.ok ? decided.value : decided.error).toBe(why)
  })
})

describe('[P7.15] a shop leaves a site at which it is attacked', () => {
  it.each([
    { what: 'attacked and full', look: attacked, why: 'attack' },
    { what: 'an attack that the door copes with', look: { ...attacked, fullMs: null }, why: 'not_full' },
    {
      what: 'attacked after it left for an overload',
      look: { ...attacked, leftMsAgo: { overload: 60_000 } },
      why: 'attack',
    },
    { what: 'attacked again where it went', look: { ...attacked, leftMsAgo: { attack: 60_000 } }, why: 'rests' },
  ] as const)('$what: $why', ({ look, why }) => {
    const decided = decideLeave(look)
    expect(decided.ok ? decided.value : decided.error).toBe(why)
  })
})

describe('how long a site has been full', () => {
  const full: ServiceReading = { saturation: 0.9, orders: 5, ordersFull: 3, slowestOrderMs: 900 }
  const calm: ServiceReading = { saturation: 0.2, orders: 5, ordersFull: 0, slowestOrderMs: 60 }
  /** Since which second the site is full, second by second. */
  function course(readings: readonly ServiceReading[]): (number | null)[] {
    let state: ServiceState = CALM
    let since: number | null = null
    return readings.map((reading, second) => {
      state = nextService(state, reading, { now: second * 1000 })
      since = fullSinceAt(since, isFullSite(state, { now: second * 1000 }), second)
      return since
    })
  }
  const seconds = (count: number, reading: ServiceReading) => Array.from({ length: count }, () => reading)

  it('is counted from the last step; a moment of calm does not end it, three seconds do, though the steps are still in force', () => {
    const moment = course([...seconds(15, full), ...seconds(3, calm), ...seconds(3, full)])
    expect([moment[8], moment[9], moment[17], moment[20]]).toEqual([null, 9, 9, 9])
    const calmed = course([...seconds(15, full), ...seconds(4, calm), ...seconds(3, full)])
    expect([calmed[17], calmed[18], calmed[19], calmed[21]]).toEqual([9, null, 19, 19])
  })
})

describe('what the others know of the room at a site', () => {
  it.each([
    { what: 'idle', load: idle, room: 'has_room' },
    { what: 'busy', load: { ...idle, busy: 0.6 }, room: 'full' },
    { what: 'something left out', load: { ...idle, level: 1 }, room: 'full' },
    { what: 'busy, as it said long ago', load: { ...idle, busy: 1, ageMs: 10_001 }, room: 'silent' },
    { what: 'nothing said', load: undefined, room: 'silent' },
  ] as const)('$what: $room', ({ load, room }) => {
    expect(roomOf(load)).toBe(room)
  })
})
