import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

const LOOP = join(import.meta.dirname, 'offline/full-loop.ts')
const RESOLVE_ONCE = join(import.meta.dirname, '../../src/resolve-once.ts')

/** A network of its own in which nothing is up but loopback: whatever wants to go out fails. */
const CUT = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
const canCutNetwork = spawnSync('unshare', [...CUT, 'true']).status === 0

type Loop = {
  interfaces: string[]
  outside: string[]
  before: Record<string, string>
  after: Record<string, string>
  planned: { plan: string; status: string }
  lived: {
    states: string[]
    soldCents: number
    parcels: number
    boardCents: number | null
    reacted: { incident: string; run: string; search: unknown; messages: Record<string, number> }
  }
  put: string
  chapters: number
  spentCents: number
  next: { plan: string; lessons: [string, number][] }
  months: Record<string, unknown>
}

function liveTheLoop(): Loop {
  const loop = [process.execPath, '--import', RESOLVE_ONCE, LOOP]
  const [command = '', ...args] = canCutNetwork ? ['unshare', ...CUT, ...loop] : loop
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the loop ended with ${status}: ${stderr}`)
  return JSON.parse(stdout) as Loop
}

describe('a shop’s whole year without any outside connection', () => {
  let loop: Loop
  beforeAll(() => {
    loop = liveTheLoop()
  }, 180_000)

  test('[P16.12] nothing tries to leave the machine from the first day to the next year’s plan', () => {
    expect(loop.outside).toEqual([])
  })

  test.skipIf(!canCutNetwork)(
    '[P16.12] it runs where loopback is the only network (skipped where unshare may not)',
    () => {
      expect(loop.interfaces).toEqual(['lo'])
    },
  )

  test('[P16.12] every connection is off in a new shop; then simulators stand in, and no real one is on but the files handed in', () => {
    expect(new Set(Object.values(loop.before))).toEqual(new Set(['off']))
    const { reports, events, orders, ...platforms } = loop.after
    expect([reports, events, orders]).toEqual(['real', 'off', 'off'])
    expect(new Set(Object.values(platforms))).toEqual(new Set(['simulated']))
  })

  test('[P16.12] the year is planned and approved, and the campaign passes every phase by its clock', () => {
    expect(loop.planned).toEqual({ plan: 'plan-2026', status: 'approved' })
    expect(loop.lived.states).toEqual(['reservoir', 'preheat', 'burst', 'closing', 'longTail', 'review'])
    expect(loop.put).toBe('archived')
  })

  test('[P16.12] orders are paid through simulated providers and sent, with the discount of the promotion; the board shows it to the fen', () => {
    // Four of 199.00 less 20.00.
    expect(loop.lived).toMatchObject({ soldCents: 71_600, parcels: 4, boardCents: 71_600 })
    expect(loop.months).toMatchObject({ month: '2026-09', paid: 71_600, spend: 6000 })
    expect(loop.spentCents).toBe(6000)
  })

  test('[P16.12] a fault is told by mail, DingTalk, WeCom and webhook, each to its simulator, and a playbook acts on it', () => {
    const { incident, run, search, messages } = loop.lived.reacted
    expect([incident, run, search]).toEqual(['推广链接失效', 'applied', 'paused'])
    expect(Object.keys(messages)).toEqual(['mail', 'ding', 'wecom', 'hook'])
    expect(Math.min(...Object.values(messages))).toBeGreaterThan(0)
  })

  test('[P16.12] the review is written, and what was learnt is taken up in next year’s plan', () => {
    expect(loop.chapters).toBeGreaterThan(0)
    expect(loop.next.plan).toBe('plan-2027')
    expect(loop.next.lessons).toContainEqual(['早一周种草', 1])
  })
})
