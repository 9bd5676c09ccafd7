import { createHash } from 'node:crypto'
import { drawWinners } from '@zhanggui/gameplay'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPerson } from '../../../src/modules/admin/people/person-hash.ts'
import { forgetBuyer } from '../../../src/modules/promotions/forget-buyer.ts'
import { FOLLOW_GAMES } from '../../../src/modules/promotions/games/follow-games.ts'
import { gameEffects, gamePlayers, gamePlays, gameRounds } from '../../../src/modules/promotions/games/schema.ts'
import { buildApp } from '../../support/build-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { openShop, type Person, setUpOwner } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { ALPHA, post } from './alpha-promotions.ts'

/** As many as come at the same moment. */
const CROWD = 40
const crowd = <T>(work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CROWD }, (_, i) => work(i)))

type Answer = Awaited<ReturnType<Person>>
const reasonOf = (answer: Answer): string =>
  answer.statusCode < 300 ? 'ok' : (answer.json().error.facts?.reason ?? answer.json().error.code)

const RAIN = {
  game: 'redPacketRain',
  poolCents: 5000,
  packets: 20,
  leastCents: 1,
  perBuyerMax: 1,
  chanceBp: 10_000,
  from: '2026-11-10T00:00:00.000Z',
  until: '2026-11-11T00:00:00.000Z',
}
const DRAW = {
  game: 'draw',
  prizes: [
    { prizeId: 'phone', valueCents: 499_900, count: 1 },
    { prizeId: 'cup', valueCents: 2000, count: 3 },
  ],
  entry: 'purchase',
  hasFreeEntry: true,
  ticketsPerBuyerMax: 1,
  minAge: 18,
  from: '2026-11-10T00:00:00.000Z',
  until: '2026-11-11T00:00:00.000Z',
}

/** What games promise on any record store, most of it to a crowd at one moment. */
export function describeGames(
  name: string,
  open: () => Promise<{ context: TestContext; close(): Promise<void> }>,
): void {
  describe(`games on ${name}`, () => {
    let context: TestContext
    let close: () => Promise<void>
    let app: FastifyInstance
    let owner: Person
    let plays = 0

    const create = (id: string, settings: object) => post(owner, '/games', { id, name: id, settings })
    const play = (game: string, round: string, body: object, commandId = `c${plays++}`) =>
      post(owner, `/games/${game}/rounds/${round}/plays`, { commandId, ...body })
    const read = async (path: string) => (await owner({ url: `${ALPHA}${path}` })).json()
    const effects = (game: string) => read(`/games/${game}/effects`)

    beforeAll(async () => {
      ;({ context, close } = await open())
      app = buildApp(context)
      await app.ready()
      owner = await setUpOwner(app)
      await openShop(context, 'alpha')
    })
    afterAll(async () => {
      await app.close()
      await close()
    })

    test('[P6.19] a crowd at one moment empties the pool exactly, one packet a person, and a repeated grab is the same grab', async () => {
      expect((await create('rain', RAIN)).statusCode).toBe(201)
      const answers = await crowd((i) => play('rain', 'main', { kind: 'grab', buyerId: `buyer-${i}` }, `grab-${i}`))
      const reasons = answers.map(reasonOf)
      expect(reasons.filter((r) => r === 'ok')).toHaveLength(20)
      expect(reasons.filter((r) => r === 'pool_empty')).toHaveLength(CROWD - 20)
      const won = answers.findIndex((answer) => answer.statusCode === 200)
      const again = await play('rain', 'main', { kind: 'grab', buyerId: `buyer-${won}` }, `grab-${won}`)
      expect(again.json()).toEqual(answers[won]?.json())
      expect(await read('/games/rain')).toMatchObject({ rewards: 20, rewardCents: 5000, players: 20, seed: null })
      expect(new Set((await effects('rain')).map((e: { buyer: string }) => e.buyer)).size).toBe(20)
    })

    test('[P6.15] a group takes its size and no more from a crowd, confirms their orders, and a group that does not fill is refunded', async () => {
      const settings = { game: 'groupBuy', size: 3, minutes: 60, priceCents: 4900, newBuyersOnly: false }
      await create('group', settings)
      await post(owner, '/games/group/rounds', { id: 'g1', buyerId: 'opener' })
      const join = (round: string, i: number) =>
        play('group', round, { kind: 'join', buyerId: `member-${i}`, orderId: `o-${round}-${i}`, paidCents: 4900 })
      const reasons = (await crowd((i) => join('g1', i))).map(reasonOf)
      expect(reasons.filter((r) => r === 'ok')).toHaveLength(3)
      expect(reasons.filter((r) => r === 'full')).toHaveLength(CROWD - 3)
      const confirmed = (await effects('group')).filter((e: { kind: string }) => e.kind === 'confirmOrder')
      expect(confirmed).toHaveLength(3)
      await post(owner, '/games/group/rounds', { id: 'g2', buyerId: 'opener' })
      await join('g2', 1)
      await join('g2', 2)
      context.clock.advance(61 * 60_000)
      // By the server's clock alone, before anybody looks.
      await FOLLOW_GAMES.run(context, { now: context.clock.now(), signal: new AbortController().signal })
      const stored = await context.records.db.select().from(gameEffects).where(eq(gameEffects.game, 'group'))
      expect(stored.filter(({ kind }) => kind === 'refund')).toHaveLength(2)
      const refunds = (await effects('group')).filter((e: { kind: string }) => e.kind === 'refund')
      expect(refunds.map((e: { orderId: string; cents: number }) => [e.orderId, e.cents]).sort()).toEqual([
        ['o-g2-1', 4900],
        ['o-g2-2', 4900],
      ])
      expect(await effects('group')).toHaveLength(5)
    })

    test('[P6.16] free groups of a crowd never pass their ceiling, and a person has one place at price zero in the whole shop', async () => {
      const free = { game: 'groupBuy', size: 2, minutes: 60, priceCents: 0, newBuyersOnly: true, groupsMax: 2 }
      await create('free', { ...free, channels: ['taobaoGroup', 'wechat'] })
      await create('free-too', { ...free, groupsMax: 9 })
      const rounds = Array.from({ length: 8 }, (_, i) => `f${i}`)
      for (const id of rounds) await post(owner, '/games/free/rounds', { id, buyerId: `opener-${id}` })
      const join = (game: string, id: string, buyerId: string, channel: string) =>
        play(game, id, { kind: 'join', buyerId, orderId: `${game}-${id}-${buyerId}`, paidCents: 0, channel })
      expect(reasonOf(await join('free', 'f0', 'somebody', 'sms'))).toBe('not_this_channel')
      await Promise.all(rounds.map((id) => join('free', id, `first-${id}`, 'wechat')))
      const reasons = (await Promise.all(rounds.map((id) => join('free', id, `second-${id}`, 'taobaoGroup')))).map(
        reasonOf,
      )
      expect(reasons.filter((r) => r === 'ok')).toHaveLength(2)
      expect(reasons.filter((r) => r === 'budget_used_up')).toHaveLength(6)
      await post(owner, '/games/free-too/rounds', { id: 'g', buyerId: 'opener' })
      expect(reasonOf(await join('free-too', 'g', 'first-f0', 'wechat'))).toBe('free_before')
      const marked = (id: string, buyerId: string, marks: object) =>
        play('free-too', id, { kind: 'join', buyerId, orderId: `o-${buyerId}`, paidCents: 0, marks })
      expect(reasonOf(await marked('g', 'one', { device: 'd1' }))).toBe('ok')
      expect(reasonOf(await marked('g', 'one again', { device: 'd1' }))).toBe('already_in')
      await post(owner, '/games/free-too/rounds', { id: 'h', buyerId: 'opener' })
      expect(reasonOf(await marked('h', 'one more', { device: 'd1' }))).toBe('free_before')
      expect((await read('/games/free')).byChannel).toEqual([
        { channel: 'wechat', players: 8 },
        { channel: 'taobaoGroup', players: 2 },
      ])
    })

    test('[P6.16] a place is for people who registered just now by the shop’s own events, and groups stop at the ceiling of the cost', async () => {
      const settings = {
        ...{ game: 'groupBuy', size: 2, minutes: 60, priceCents: 0, newBuyersOnly: true, registeredWithinDays: 7 },
        ...{ unitCostCents: 3000, costCentsMax: 11_999 },
      }
      expect((await create('fresh', settings)).statusCode).toBe(201)
      expect(reasonOf(await create('too-dear', { ...settings, costCentsMax: 5999 }))).toBe('game_faults')
      const joined = async (buyerId: string, day: string) => ({
        ...{ store: 'alpha', day, at: `${day}T00:00:00.000Z`, type: 'join' },
        visitor: hashPerson(context, 'alpha', buyerId).hash,
      })
      const fresh = await Promise.all(['f1', 'f2', 'f3', 'f4'].map((id) => joined(id, '2026-11-08')))
      await insertFacts(context, 'events', [...fresh, await joined('old', '2026-10-01')])
      for (const id of ['x1', 'x2']) await post(owner, '/games/fresh/rounds', { id, buyerId: 'opener' })
      const join = async (round: string, buyerId: string) =>
        reasonOf(await play('fresh', round, { kind: 'join', buyerId, orderId: `x-${buyerId}`, paidCents: 0 }))
      expect(await join('x1', 'nobody')).toBe('not_registered')
      expect(await join('x1', 'old')).toBe('registered_before')
      expect(await join('x1', 'f4')).toBe('ok')
      expect([await join('x1', 'f1'), await join('x2', 'f2')]).toEqual(['ok', 'budget_used_up'])
    })

    test('[P6.22] an invitation counts once in the whole shop, never for oneself, and the steps pay exactly', async () => {
      const steps = [{ invites: 2, reward: { kind: 'coupon', ruleId: 'c50', count: 1 } }]
      const settings = { game: 'inviteLadder', steps, days: 7, levels: 1, paysToJoin: false, asksConsent: true }
      await create('invite', settings)
      for (const id of ['of-li', 'of-wu']) await post(owner, '/games/invite/rounds', { id, buyerId: id })
      const register = (round: string, buyerId: string) => play('invite', round, { kind: 'register', buyerId })
      expect(reasonOf(await register('of-li', 'of-li'))).toBe('self_invite')
      expect(reasonOf(await register('of-li', 'friend-1'))).toBe('ok')
      expect(reasonOf(await register('of-wu', 'friend-1'))).toBe('counted_before')
      expect((await register('of-li', 'friend-2')).json().effects).toMatchObject([
        { kind: 'reward', reward: { kind: 'coupon', ruleId: 'c50', count: 1 } },
      ])
    })

    test('[P6.37] [P6.36] a second level, and a prize above the limit that can be had by buying only, are refused with every reason', async () => {
      const ladder = { game: 'inviteLadder', steps: [], days: 7, levels: 2, paysToJoin: true, asksConsent: false }
      const refused = (await create('pyramid', ladder)).json().error
      expect(refused.code).toBe('game_faults')
      expect(refused.facts.problems.map((p: { code: string }) => p.code)).toEqual([
        'no_steps',
        'more_than_one_level',
        'pay_to_join',
        'no_consent',
      ])
      const prizes = [{ prizeId: 'car', valueCents: 5_000_001, count: 1 }]
      const draw = (await create('casino', { ...DRAW, prizes, hasFreeEntry: false })).json().error
      expect(draw.facts.problems.map((p: { field: string }) => p.field)).toEqual([
        'prizes[0].valueCents',
        'hasFreeEntry',
      ])
    })

    test('[P6.20] a draw closes when its time is over, publishes the seed of the digest it had published, and anybody gets its winners again', async () => {
      const made = (await create('draw', DRAW)).json()
      expect(made.seed).toBeNull()
      const enter = (i: number, age = 30) => play('draw', 'main', { kind: 'enter', buyerId: `b-${i}`, age }, `t-${i}`)
      expect(reasonOf(await enter(99, 17))).toBe('too_young')
      await crowd((i) => enter(i))
      expect(reasonOf(await play('draw', 'main', { kind: 'enter', buyerId: 'b-1', age: 30 }))).toBe('no_ticket_left')
      expect((await post(owner, '/games/draw/close')).json().error.code).toBe('game_not_over')
      context.clock.advance(24 * 3_600_000)
      const { game, winners } = (await post(owner, '/games/draw/close')).json()
      expect(createHash('sha256').update(Buffer.from(game.seed, 'hex')).digest('hex')).toBe(made.commitment)
      const tickets = Array.from({ length: CROWD }, (_, i) => ({ ticketId: `t-${i}`, buyerId: '' }))
      expect(winners.map((w: { ticketId: string; prizeId: string }) => [w.ticketId, w.prizeId])).toEqual(
        drawWinners(DRAW, tickets, game.seed).map(({ ticketId, prizeId }) => [ticketId, prizeId]),
      )
      expect((await post(owner, '/games/draw/close')).json().winners).toEqual(winners)
      expect(game).toMatchObject({ state: 'closed', rewards: 4, rewardCents: 499_900 + 3 * 2000 })
      expect(reasonOf(await play('draw', 'main', { kind: 'enter', buyerId: 'late', age: 30 }))).toBe('game_closed')
    })

    test('[P13.09] a player who is forgotten stands in no game any more, and counts and money stay what they were', async () => {
      const settings = {
        game: 'sharePacket',
        leastCents: 50,
        mostCents: 50,
        expandBp: 20_000,
        perBuyerMax: 5,
        budgetCents: 1000,
      }
      await create('share', settings)
      await play('share', 'main', { kind: 'share', buyerId: 'sharer', friendId: 'friend' })
      await play('share', 'main', { kind: 'share', buyerId: 'friend', friendId: 'sharer' })
      const before = await read('/games/share')
      const { hash } = hashPerson(context, 'alpha', 'sharer')
      expect(JSON.stringify(await effects('share'))).toContain(hash)
      await forgetBuyer(context, 'alpha', hash)
      expect(JSON.stringify(await effects('share'))).not.toContain(hash)
      expect(await read('/games/share')).toEqual(before)
      const stored = await Promise.all(
        [gameRounds, gamePlayers, gamePlays, gameEffects].map((t) => context.records.db.select().from(t)),
      )
      expect(JSON.stringify(stored)).not.toContain(hash)
      expect(reasonOf(await play('share', 'main', { kind: 'share', buyerId: 'friend', friendId: 'other' }))).toBe('ok')
    })

    test('[P6.18] paced packets are rehearsed without being stored, show their size at this moment, and a crowd stays within the budget', async () => {
      const paced = {
        ...{ game: 'sharePacket', leastCents: 50, mostCents: 500, expandBp: 20_000, perBuyerMax: 5 },
        ...{ budgetCents: 2000, sharesExpected: 10, openHours: 24 },
        ...{ from: '2026-11-10T00:00:00.000Z', until: '2026-11-20T00:00:00.000Z' },
      }
      const rehearse = (settings: object) => post(owner, '/games/rehearse', { settings })
      const worlds = (await rehearse({ ...paced, budgetCents: 200_000, sharesExpected: 1000 })).json()
      expect(worlds.map(({ world }: { world: string }) => world)).toEqual(['half', 'asPlanned', 'double', 'late'])
      for (const world of worlds) {
        expect(world.paced.spentCents).toBeLessThanOrEqual(world.paced.budgetCents)
        expect(world.paced).toMatchObject({ brokenPromises: 0 })
        expect(world.paced.shares).toBeGreaterThan(world.fixed.shares)
      }
      expect(reasonOf(await rehearse({ ...paced, openHours: undefined }))).toBe('game_faults')
      expect(reasonOf(await rehearse(RAIN))).toBe('invalid_request')
      expect((await create('paced', paced)).statusCode).toBe(201)
      const share = (i: number, kind = 'share') =>
        play('paced', 'main', { kind, buyerId: `sharer-${i}`, friendId: `pal-${i}` })
      const sharers = Array.from({ length: 15 }, (_, i) => i)
      const shares = (await Promise.all(sharers.map((i) => share(i)))).map(reasonOf)
      const got = shares.filter((r) => r === 'ok').length
      expect(shares.filter((r) => r === 'budget_used_up')).toHaveLength(sharers.length - got)
      const [round] = await read('/games/paced/rounds')
      expect(round.done + (round.packet?.promisedCents ?? round.done)).toBeLessThanOrEqual(2000)
      const opens = (await Promise.all(sharers.map((i) => share(i, 'openLink')))).map(reasonOf)
      expect(opens.filter((r) => r === 'ok')).toHaveLength(got)
      expect((await read('/games/paced')).rewardCents).toBe(2 * round.done)
      expect((await read('/games/paced/rounds'))[0].done).toBeLessThanOrEqual(2000)
    })

    test('[P6.17] the chance to finish that a bargain shows comes from helps an hour of the shop’s own past rounds', async () => {
      const settings = { game: 'bargain', listedCents: 10_000, floorCents: 1000, helps: 2, hours: 10 }
      expect((await create('first-bargain', settings)).json().settings).toEqual(settings)
      const rounds = Array.from({ length: 20 }, (_, i) => `b${i}`)
      for (const id of rounds) {
        await post(owner, '/games/first-bargain/rounds', { id, buyerId: `owner ${id}` })
        await play('first-bargain', id, { kind: 'help', buyerId: `friend of ${id}` })
      }
      context.clock.advance(10 * 3_600_000)
      // 20 rounds of ten hours with one help each: 20 helps in 200 hours.
      expect((await create('second-bargain', settings)).json().settings).toEqual({ ...settings, helpsPerHour: 0.1 })
      context.clock.set('2026-11-10T12:00:00.000Z')
    })

    test('a step of another game, a game and a round that are not there, and a second round of a rain are refused', async () => {
      expect(reasonOf(await play('invite', 'of-li', { kind: 'help', buyerId: 'x' }))).toBe('invalid_request')
      expect(reasonOf(await play('nothing', 'main', { kind: 'grab', buyerId: 'x' }))).toBe('not_found')
      expect(reasonOf(await play('invite', 'nothing', { kind: 'register', buyerId: 'x' }))).toBe('not_found')
      expect(reasonOf(await post(owner, '/games/rain/rounds', { id: 'second', buyerId: 'x' }))).toBe('invalid_request')
      expect(reasonOf(await create('rain', RAIN))).toBe('duplicate_key')
    })
  })
}
