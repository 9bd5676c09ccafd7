import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  rehearseShares,
  type SharePacketPlayer,
  type SharePacketSettings,
  type SharePacketState,
  sharePacket,
} from '../../src/index.ts'

const SEED = `${'a'.repeat(63)}1`
const HOUR = 3_600_000
const START = Date.parse('2026-11-01T00:00:00.000Z')
const PACED: SharePacketSettings & { openHours: number } = {
  ...{ leastCents: 50, mostCents: 500, expandBp: 20_000, perBuyerMax: 3, budgetCents: 150_000 },
  ...{ sharesExpected: 1000, opensBp: 4000, openHours: 24 },
  ...{ from: '2026-11-01T00:00:00.000Z', until: '2026-11-11T00:00:00.000Z' },
}
const opened = () => sharePacket.open(PACED, { roundId: 'r', buyerId: '', atMs: START, seed: SEED })
const codesOf = (settings: SharePacketSettings) => sharePacket.check(settings).map(({ code }) => code)

/** A round on paper: plays in, the refusal or `ok` out. */
function playRound(settings: SharePacketSettings) {
  let state: SharePacketState = opened()
  const players = new Map<string, SharePacketPlayer>()
  const play = (kind: 'share' | 'openLink', pair: string, atMs: number): string => {
    const command = { kind, buyerId: `s${pair}`, friendId: `f${pair}` }
    const table = { state, player: players.get(command.buyerId) ?? sharePacket.newPlayer }
    const step = sharePacket.play(settings, table, command, { atMs, seed: SEED })
    if (!step.ok) return step.error.code
    state = step.value.state
    players.set(command.buyerId, step.value.player)
    return 'ok'
  }
  return {
    play,
    spent: () => state.spentCents,
    progress: (atMs: number) => sharePacket.progress(settings, state, atMs),
  }
}

describe('packets whose size follows the budget', () => {
  it('[P6.18] in every world spend stays within the budget and nearly fills it, each share counts once and no promise is broken', () => {
    for (const { world, paced, fixed } of rehearseShares(PACED, SEED) ?? []) {
      expect(paced.spentCents, world).toBeLessThanOrEqual(paced.budgetCents)
      expect(paced.spentCents, world).toBeGreaterThan(0.8 * paced.budgetCents)
      expect(paced.brokenPromises, world).toBe(0)
      expect(paced.shares + paced.refused, world).toBe(fixed.shares + fixed.refused)
      // Sizes that stay the same run dry: the paced rule reaches more people with the same money in every world.
      expect(paced.shares, world).toBeGreaterThan(fixed.shares)
    }
  })

  it('[P6.18] twice the demand makes packets smaller, half of it larger; the fixed sizes turn most people away', () => {
    const [half, asPlanned, double] = rehearseShares(PACED, SEED) ?? []
    expect(half?.paced.lastMeanCents ?? 0).toBeGreaterThan(asPlanned?.paced.lastMeanCents ?? 0)
    expect(double?.paced.lastMeanCents ?? 0).toBeLessThan(asPlanned?.paced.lastMeanCents ?? 0)
    expect(asPlanned?.paced.refused ?? 0).toBeLessThan(0.05 * 600)
    expect(double?.paced.refused ?? 0).toBeLessThan(0.1 * 1200)
    expect(double?.fixed.refused ?? 0).toBeGreaterThan(0.7 * 1200)
  })

  it('[P6.18] the rehearsal is the game itself: the same seed gives the same course, settings without times none', () => {
    expect(rehearseShares(PACED, SEED)).toEqual(rehearseShares(PACED, SEED))
    const { from: _, ...without } = PACED
    expect(rehearseShares(without, SEED)).toBeNull()
  })

  it('[P6.18] the growth of a link is set aside while it is good, and free again at the full hour after its hours', () => {
    const round = playRound(PACED)
    expect(round.play('share', '1', START + 30 * 60_000)).toBe('ok')
    const packet = round.spent()
    expect(round.progress(START + HOUR).packet).toMatchObject({ leastCents: 50, promisedCents: packet })
    expect(round.progress(START + 25 * HOUR - 1).packet?.promisedCents).toBe(packet)
    expect(round.progress(START + 25 * HOUR).packet?.promisedCents).toBe(0)
    expect(round.play('openLink', '1', START + 25 * HOUR)).toBe('over')
    expect(round.play('share', '2', START + 26 * HOUR)).toBe('ok')
    const before = round.spent()
    expect(round.play('openLink', '2', START + 50 * HOUR)).toBe('ok')
    expect(round.spent()).toBe(before + (before - packet))
    expect(round.play('openLink', '2', START + 50 * HOUR)).toBe('counted_before')
  })

  it('[P6.18] nothing is given before it begins or from its end on, not even a millisecond', () => {
    const round = playRound(PACED)
    const end = Date.parse('2026-11-11T00:00:00.000Z')
    expect(round.play('share', '1', START - 1)).toBe('not_open_yet')
    expect(round.play('share', '1', START)).toBe('ok')
    expect(round.play('share', '2', end - 1)).toBe('ok')
    expect(round.play('share', '3', end)).toBe('over')
    expect(round.progress(end).packet).toBeUndefined()
  })

  it('[P6.18] whatever comes whenever, what is spent and what is promised stay within the budget, and every open in time pays', () => {
    const plays = fc.array(fc.record({ pair: fc.nat(30), wait: fc.nat(9), opens: fc.boolean() }), { maxLength: 80 })
    fc.assert(
      fc.property(plays, (steps) => {
        const tight = { ...PACED, budgetCents: 3000, mostCents: 900, sharesExpected: 20 }
        const round = playRound(tight)
        const shared = new Map<string, number>()
        let hour = 0
        for (const { pair, wait, opens } of steps) {
          hour += wait
          const atMs = START + hour * HOUR
          const name = String(pair)
          const code = round.play(opens ? 'openLink' : 'share', name, atMs)
          if (!opens && code === 'ok') shared.set(name, hour)
          const isInTime = hour - (shared.get(name) ?? -99) < PACED.openHours
          if (opens && shared.has(name) && isInTime) expect(['ok', 'counted_before']).toContain(code)
          const promised = round.progress(atMs).packet?.promisedCents ?? 0
          expect(round.spent() + promised).toBeLessThanOrEqual(tight.budgetCents)
        }
      }),
      { seed: 618, numRuns: 150 },
    )
  })
})

describe('settings of paced packets', () => {
  it.each([
    ['sound ones', {}, []],
    ['times without the hours of a link', { openHours: undefined }, ['pace_incomplete', 'budget_too_small']],
    ['times without the shares reckoned with', { sharesExpected: undefined }, ['pace_incomplete']],
    ['an end before the beginning', { until: '2026-10-01T00:00:00.000Z' }, ['bad_window']],
    ['a link of no hours', { openHours: 0 }, ['not_whole_between']],
    ['least packets that the budget does not pay', { sharesExpected: 100_000 }, ['budget_too_small']],
    ['a largest packet that shares as planned could not all have', { mostCents: 5000 }, []],
  ])('%s', (_what, more, codes) => {
    expect(codesOf({ ...PACED, ...more } as SharePacketSettings)).toEqual(codes)
  })
})
