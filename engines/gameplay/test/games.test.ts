import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  type BargainSettings,
  bargain,
  bargainPrice,
  type Effect,
  finishChanceBp,
  groupBuy,
  inviteLadder,
  largestPacket,
  type RainPlayer,
  redPacketRain,
  type SharePacketPlayer,
  type Step,
  sharePacket,
  splitPool,
} from '../src/index.ts'

const SEED = `${'a'.repeat(63)}1`
const HOUR = 3_600_000
const round = { roundId: 'r1', buyerId: 'owner', atMs: 0, seed: SEED }

const at = (atMs: number) => ({ atMs, seed: SEED })
const alone = <S>(state: S) => ({ state, player: {} })

function taken<S, P>(step: Step<S, P>): { state: S; player: P; effects: readonly Effect[] } {
  if (!step.ok) throw new Error(step.error.code)
  return step.value
}

const cashOf = (effects: readonly Effect[]): number =>
  effects.reduce((sum, e) => sum + (e.kind === 'reward' && e.reward.kind === 'cash' ? e.reward.cents : 0), 0)

describe('group buy', () => {
  const settings = { size: 3, minutes: 60, priceCents: 4900, newBuyersOnly: false }
  const join = (buyerId: string, more = {}) =>
    ({
      kind: 'join',
      buyerId,
      orderId: `o-${buyerId}`,
      paidCents: 4900,
      isNew: true,
      groupsFilled: 0,
      hadFree: false,
      ...more,
    }) as const

  it('[P6.15] a group that does not fill in time is refunded to everybody, once', () => {
    let state = groupBuy.open(settings, round)
    for (const buyer of ['a', 'b']) state = taken(groupBuy.play(settings, alone(state), join(buyer), at(1000))).state
    expect(groupBuy.tick(settings, state, HOUR - 1).effects).toEqual([])
    const ended = groupBuy.tick(settings, state, HOUR)
    expect(ended.effects.map((e) => e.kind === 'refund' && [e.orderId, e.cents])).toEqual([
      ['o-a', 4900],
      ['o-b', 4900],
    ])
    expect(groupBuy.tick(settings, ended.state, HOUR + 1).effects).toEqual([])
  })

  it('[P6.15] the last place confirms every order; later buyers, double ones and late ones are refused', () => {
    let state = groupBuy.open(settings, round)
    for (const buyer of ['a', 'b']) state = taken(groupBuy.play(settings, alone(state), join(buyer), at(1000))).state
    expect(groupBuy.play(settings, alone(state), join('a'), at(1000))).toMatchObject({ error: { code: 'already_in' } })
    expect(groupBuy.play(settings, alone(state), join('c'), at(HOUR))).toMatchObject({ error: { code: 'over' } })
    const full = taken(groupBuy.play(settings, alone(state), join('c'), at(HOUR - 1)))
    expect(full.effects.map((e) => e.kind)).toEqual(['confirmOrder', 'confirmOrder', 'confirmOrder'])
    expect(groupBuy.play(settings, alone(full.state), join('d'), at(2000))).toMatchObject({ error: { code: 'full' } })
    expect(groupBuy.tick(settings, full.state, HOUR * 9).effects).toEqual([])
  })

  it('[P6.16] a group at price zero needs a ceiling, takes new buyers only and stops at the ceiling', () => {
    const free = { ...settings, priceCents: 0, newBuyersOnly: true }
    expect(groupBuy.check(free).map((p) => p.code)).toEqual(['no_ceiling'])
    const capped = { ...free, groupsMax: 5 }
    expect(groupBuy.check(capped)).toEqual([])
    const state = groupBuy.open(capped, round)
    expect(groupBuy.play(capped, alone(state), join('old', { isNew: false }), at(1))).toMatchObject({
      error: { code: 'not_new' },
    })
    expect(groupBuy.play(capped, alone(state), join('a', { groupsFilled: 5 }), at(1))).toMatchObject({
      error: { code: 'budget_used_up' },
    })
    expect(groupBuy.play(capped, alone(state), join('a', { groupsFilled: 4 }), at(1)).ok).toBe(true)
  })
})

describe('a zero-price group for people who registered just now', () => {
  const DAY = 24 * HOUR
  const settings = {
    ...{ size: 3, minutes: 60, priceCents: 0, newBuyersOnly: true, registeredWithinDays: 7 },
    ...{ unitCostCents: 2000, costCentsMax: 20_000 },
  }
  const NOW = 100 * DAY
  const join = (more: object) => ({
    ...({
      kind: 'join',
      buyerId: 'a',
      orderId: 'o',
      paidCents: 0,
      isNew: true,
      groupsFilled: 0,
      hadFree: false,
    } as const),
    ...{ registeredAtMs: NOW - DAY, ...more },
  })
  it.each([
    ['who registered yesterday', {}, 'ok'],
    ['who registered exactly seven days ago', { registeredAtMs: NOW - 7 * DAY }, 'ok'],
    ['who registered a millisecond before that', { registeredAtMs: NOW - 7 * DAY - 1 }, 'registered_before'],
    ['whose registration the shop has not seen', { registeredAtMs: null }, 'not_registered'],
    ['who registered and has paid before', { isNew: false }, 'not_new'],
    ['whose other account is in the group', { sameAs: ['member'] }, 'already_in'],
    // 20,000 ÷ (3 × 2,000): three groups; the third is the last.
    ['the third group', { groupsFilled: 2 }, 'ok'],
    ['the fourth group', { groupsFilled: 3 }, 'budget_used_up'],
  ])('[P6.16] %s', (_who, more, expected) => {
    const opened = groupBuy.open(settings, { ...round, atMs: NOW })
    const state = { ...opened, members: [{ buyerId: 'member', orderId: 'm', paidCents: 0 }] }
    const step = groupBuy.play(settings, alone(state), join(more), at(NOW))
    expect(step.ok ? 'ok' : step.error.code).toBe(expected)
  })

  it.each([
    ['a ceiling without what one costs', { unitCostCents: undefined }, ['cost_incomplete', 'no_ceiling']],
    ['a ceiling below one group', { costCentsMax: 5999 }, ['cost_below_group']],
    ['no days', { registeredWithinDays: 0 }, ['not_whole_between']],
    ['a sound one without a number of groups', {}, []],
  ])('[P6.16] %s', (_what, more, codes) => {
    expect(groupBuy.check({ ...settings, ...more }).map((p) => p.code)).toEqual(codes)
  })

  it('[P6.22] another account of the inviter, or of somebody who was invited, does not count', () => {
    const ladder = { steps: [], days: 7, levels: 1, paysToJoin: false, asksConsent: true }
    const state = { ...inviteLadder.open(ladder, round), inviteeIds: ['friend'] }
    const codeOf = (sameAs: readonly string[]) => {
      const command = { kind: 'register', buyerId: 'x', isNew: true, wasInvited: false, sameAs } as const
      const step = inviteLadder.play(ladder, alone(state), command, at(1))
      return step.ok ? 'ok' : step.error.code
    }
    expect([codeOf(['owner']), codeOf(['friend']), codeOf([])]).toEqual(['self_invite', 'counted_before', 'ok'])
  })
})

describe('group buy through communities', () => {
  const settings = { size: 2, minutes: 60, priceCents: 0, newBuyersOnly: true, groupsMax: 9, channels: ['taobaoGroup'] }
  const join = (buyerId: string, more = {}) => ({
    ...({ kind: 'join', buyerId, orderId: `o-${buyerId}`, paidCents: 0, isNew: true, groupsFilled: 0 } as const),
    ...{ hadFree: false, channel: 'taobaoGroup', ...more },
  })

  it('[P6.15] a community-exclusive edition is joined from its group only, and keeps through which group each member came', () => {
    const state = groupBuy.open(settings, round)
    expect(groupBuy.play(settings, alone(state), join('a', { channel: 'wechat' }), at(1))).toMatchObject({
      error: { code: 'not_this_channel' },
    })
    const joined = taken(groupBuy.play(settings, alone(state), join('a'), at(1))).state
    expect(joined.members).toMatchObject([{ buyerId: 'a', channel: 'taobaoGroup' }])
    expect(groupBuy.check({ ...settings, channels: [] }).map((p) => p.code)).toEqual(['no_channel'])
  })

  it('[P6.16] a place at price zero is once a person, whichever game it was; a place that is paid for is not', () => {
    const state = groupBuy.open(settings, round)
    expect(groupBuy.play(settings, alone(state), join('a', { hadFree: true }), at(1))).toMatchObject({
      error: { code: 'free_before' },
    })
    const paid = { ...settings, priceCents: 100 }
    expect(groupBuy.play(paid, alone(state), join('a', { hadFree: true }), at(1)).ok).toBe(true)
  })
})

describe('bargain', () => {
  const settings: BargainSettings = { listedCents: 9900, floorCents: 990, helps: 10, hours: 24, helpsPerHour: 0.5 }

  it('[P6.17] exactly the announced number of helps reaches the floor, each takes something off, and less each time', () => {
    for (let n = 0; n < 200; n++) {
      const seed = n.toString(16).padStart(64, '0')
      let state = bargain.open(settings, { ...round, seed })
      for (let i = 0; i < settings.helps; i++) {
        const before = bargainPrice(settings, state)
        state = taken(bargain.play(settings, alone(state), { kind: 'help', buyerId: `f${i}` }, at(i))).state
        expect(bargainPrice(settings, state)).toBeLessThan(before)
      }
      expect(bargainPrice(settings, state)).toBe(990)
      expect(state.cutsCents).toEqual([...state.cutsCents].sort((a, b) => b - a))
      expect(bargain.play(settings, alone(state), { kind: 'help', buyerId: 'late' }, at(99))).toMatchObject({
        error: { code: 'full' },
      })
    }
  })

  it('the owner cannot help, and nobody helps twice', () => {
    const state = taken(
      bargain.play(settings, alone(bargain.open(settings, round)), { kind: 'help', buyerId: 'f' }, at(1)),
    ).state
    expect(bargain.play(settings, alone(state), { kind: 'help', buyerId: 'f' }, at(2))).toMatchObject({
      error: { code: 'counted_before' },
    })
    expect(bargain.play(settings, alone(state), { kind: 'help', buyerId: 'owner' }, at(2))).toMatchObject({
      error: { code: 'self_invite' },
    })
  })

  it('[P6.17] the chance shown is the Poisson tail, and no chance is shown without a past to take it from', () => {
    // P(X ≥ 10) for mean 12 is 0.7576 in printed Poisson tables (1 − 0.2424).
    expect(bargain.progress(settings, bargain.open(settings, round), 0).chanceBp).toBe(7576)
    expect(finishChanceBp({ needed: 1, mean: Math.LN2 })).toBe(5000)
    expect(finishChanceBp({ needed: 900, mean: 1000 })).toBeGreaterThan(9990)
    const { helpsPerHour: _, ...withoutPast } = settings
    expect(bargain.progress(withoutPast, bargain.open(settings, round), 0).chanceBp).toBeUndefined()
  })

  it('[P6.17] rounds finish as often as is announced, at the opening and half way, and the last step takes no longer than any other', () => {
    const rng = createRng('bargain')
    const rounds = 1500
    const told = { atOpening: 0, halfWay: 0 }
    let finished = 0
    let [lastWaits, otherWaits] = [0, 0]
    for (let n = 0; n < rounds; n++) {
      let state = bargain.open(settings, { ...round, seed: n.toString(16).padStart(64, '0') })
      told.atOpening += bargain.progress(settings, state, 0).chanceBp ?? 0
      let isHalf = false
      let before = 0
      for (let ms = 0; ; ) {
        // Friends come by chance, half a help an hour, as the settings say of the past.
        ms += (-Math.log(1 - rng.next()) * HOUR) / 0.5
        if (!isHalf && ms > 12 * HOUR) {
          isHalf = true
          told.halfWay += bargain.progress(settings, state, 12 * HOUR).chanceBp ?? 0
        }
        const step = bargain.play(settings, alone(state), { kind: 'help', buyerId: `f${ms}` }, at(ms))
        if (!step.ok) break
        state = step.value.state
        if (state.helperIds.length === settings.helps) lastWaits += ms - before
        else if (state.helperIds.length === 1) otherWaits += ms - before
        before = ms
        if (bargainPrice(settings, state) === settings.floorCents) finished++
      }
    }
    // Three standard deviations of a share of 1,500 rounds are 3.4 points at most.
    expect(Math.abs(finished / rounds - told.atOpening / rounds / 10_000)).toBeLessThan(0.034)
    expect(Math.abs(finished / rounds - told.halfWay / rounds / 10_000)).toBeLessThan(0.034)
    // The wait for the last help is that for any: two hours (finished rounds are cut off at 24 hours, so somewhat less).
    expect(lastWaits / finished).toBeLessThan(otherWaits / rounds)
  })

  it('more helps than fen are refused at definition', () => {
    expect(bargain.check({ ...settings, floorCents: 9895 }).map((p) => p.code)).toEqual(['less_than_a_fen'])
  })
})

describe('invitation ladder', () => {
  const settings = {
    steps: [
      { invites: 3, reward: { kind: 'coupon', ruleId: 'no-threshold-50', count: 1 } as const },
      { invites: 5, reward: { kind: 'prize', prizeId: 'phone-draw', valueCents: 0 } as const },
    ],
    days: 7,
    levels: 1,
    paysToJoin: false,
    asksConsent: true,
  }
  const register = (buyerId: string, more = {}) =>
    ({ kind: 'register', buyerId, isNew: true, wasInvited: false, ...more }) as const

  it('[P6.22] 2, 3 and 5 friends unlock exactly nothing, the coupon, the draw', () => {
    let state = inviteLadder.open(settings, round)
    const unlocked: number[] = []
    for (const buyer of ['a', 'b', 'c', 'd', 'e']) {
      const step = taken(inviteLadder.play(settings, alone(state), register(buyer), at(1)))
      state = step.state
      unlocked.push(step.effects.length)
    }
    expect(unlocked).toEqual([0, 0, 1, 0, 1])
  })

  it('[P6.22] inviting oneself, somebody who bought before or who was invited before does not count', () => {
    const state = inviteLadder.open(settings, round)
    const codes = [register('owner'), register('x', { isNew: false }), register('x', { wasInvited: true })].map((c) => {
      const step = inviteLadder.play(settings, alone(state), c, at(1))
      return step.ok ? 'ok' : step.error.code
    })
    expect(codes).toEqual(['self_invite', 'not_new', 'counted_before'])
  })

  it('[P6.37] a second level, paying to join and contact without consent are refused at definition', () => {
    expect(inviteLadder.check(settings)).toEqual([])
    const bad = { ...settings, levels: 2, paysToJoin: true, asksConsent: false }
    expect(inviteLadder.check(bad).map((p) => p.code)).toEqual(['more_than_one_level', 'pay_to_join', 'no_consent'])
  })
})

describe('packets for sharing', () => {
  const settings = { leastCents: 50, mostCents: 500, expandBp: 20_000, perBuyerMax: 3, budgetCents: 5000 }

  it('[P6.18] what is spent never passes the budget, and each share counts once', () => {
    let state = sharePacket.open(settings, round)
    const players = new Map<string, SharePacketPlayer>()
    let paid = 0
    const refused = new Set<string>()
    for (let i = 0; i < 60; i++)
      for (const kind of ['share', 'share', 'openLink'] as const) {
        const buyerId = `s${i % 20}`
        const player = players.get(buyerId) ?? sharePacket.newPlayer
        const step = sharePacket.play(settings, { state, player }, { kind, buyerId, friendId: `f${i}` }, at(i))
        if (!step.ok) {
          refused.add(step.error.code)
          continue
        }
        state = step.value.state
        players.set(buyerId, step.value.player)
        paid += cashOf(step.value.effects)
      }
    expect(paid).toBe(state.spentCents)
    expect(paid).toBeLessThanOrEqual(5000)
    expect(refused).toContain('counted_before')
    expect(refused).toContain('budget_used_up')
  })
})

describe('the size of a packet', () => {
  const settings = { leastCents: 50, mostCents: 500, expandBp: 20_000, perBuyerMax: 3, budgetCents: 100_000 }

  it('[P6.18] is held against the budget by the shares that are reckoned with and the links that were opened before', () => {
    expect(sharePacket.check({ ...settings, sharesExpected: 100 })).toEqual([])
    const [problem] = sharePacket.check({ ...settings, sharesExpected: 1000 })
    // 1,000 shares of (50 + most) ÷ 2, doubled by every opened link: 150 at most… 2 × 100,000 ÷ (1,000 × 2) − 50.
    expect([problem?.code, problem?.zh]).toEqual(['budget_too_small', '按预计分享数，最大红包不能超过 50 分'])
    expect(largestPacket({ ...settings, sharesExpected: 1000, opensBp: 2500 })).toBe(110)
    expect(largestPacket({ ...settings, sharesExpected: 10_000 })).toBeNull()
  })

  it('[P6.18] with the size that fits, as many shares as were reckoned with spend what the budget has, and never more', () => {
    const opensBp = 4000
    const mostCents = largestPacket({ ...settings, sharesExpected: 800, opensBp }) ?? 0
    const sized = { ...settings, mostCents }
    const rng = createRng('share')
    let state = sharePacket.open(sized, round)
    let refused = 0
    for (let i = 0; i < 800; i++) {
      const command = { buyerId: `s${i}`, friendId: `f${i}` }
      const shared = sharePacket.play(sized, { state, player: { packets: {} } }, { kind: 'share', ...command }, at(i))
      if (!shared.ok) {
        refused++
        continue
      }
      state = shared.value.state
      if (rng.int(10_000) >= opensBp) continue
      const opened = sharePacket.play(sized, shared.value, { kind: 'openLink', ...command }, at(i))
      if (opened.ok) state = opened.value.state
    }
    expect(state.spentCents).toBeLessThanOrEqual(settings.budgetCents)
    expect(state.spentCents).toBeGreaterThan(0.93 * settings.budgetCents)
    expect(refused).toBeLessThan(40)
  })
})

describe('red-packet rain', () => {
  const settings = {
    poolCents: 100_000,
    packets: 500,
    leastCents: 1,
    perBuyerMax: 2,
    chanceBp: 3000,
    from: '2026-01-01T00:00:00.000Z',
    until: '2026-01-01T00:10:00.000Z',
  }
  const start = Date.parse(settings.from)

  it('[P6.19] the pool is given out exactly, nobody gets more than the cap, and the last second counts', () => {
    let state = redPacketRain.open(settings, round)
    const players = new Map<string, RainPlayer>()
    let paid = 0
    for (let i = 0; state.opened < settings.packets; i++) {
      const buyerId = `b${i % 400}`
      const player = players.get(buyerId) ?? redPacketRain.newPlayer
      const step = redPacketRain.play(settings, { state, player }, { kind: 'grab', buyerId }, at(start))
      if (!step.ok) continue
      state = step.value.state
      players.set(buyerId, step.value.player)
      paid += cashOf(step.value.effects)
    }
    expect(paid).toBe(100_000)
    expect(state.leftCents).toBe(0)
    expect(Math.max(...[...players.values()].map((p) => p.won))).toBe(2)
    const grab = (atMs: number, opened = 0) =>
      redPacketRain.play(
        settings,
        { state: { ...state, opened }, player: redPacketRain.newPlayer },
        { kind: 'grab', buyerId: 'new' },
        at(atMs),
      )
    expect(grab(start, settings.packets)).toMatchObject({ error: { code: 'pool_empty' } })
    expect(grab(start - 1)).toMatchObject({ error: { code: 'not_open_yet' } })
    expect(grab(Date.parse(settings.until))).toMatchObject({ error: { code: 'over' } })
  })

  it('[P6.19] early and late packets have the same mean over many seeds', () => {
    const sums = new Array<number>(10).fill(0)
    const rounds = 400
    for (let n = 0; n < rounds; n++) {
      const seed = n.toString(16).padStart(64, 'c')
      const amountsCents = splitPool(seed, { poolCents: 10_000, packets: 10, leastCents: 1 })
      expect(amountsCents.reduce((a, b) => a + b, 0)).toBe(10_000)
      for (const [i, cents] of amountsCents.entries()) sums[i] = (sums[i] ?? 0) + cents
    }
    // One packet's standard deviation is below 900 fen, so a mean of 400 lies within 4 × 900 / 20 = 180 of 1,000.
    for (const sum of sums) expect(Math.abs(sum / rounds - 1000)).toBeLessThan(180)
  })
})
