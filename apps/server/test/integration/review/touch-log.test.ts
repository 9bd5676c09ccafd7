import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Attribution, ChannelCredit } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { DATA_FOLDER, independently, whyNoRealData } from '../../support/real-data.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { Person } from '../../support/test-people.ts'

const REFERENCED = ['last', 'linear', 'position', 'markov', 'shapley'] as const
type Model = (typeof REFERENCED)[number]
type Reference = {
  channels: string[]
  orders: number
  paid: number
  /** Baskets that nothing led to: how many, and what they paid. */
  natural: [number, number]
  left: number
  chance: number
  removal: Record<string, number>
  /** Orders and fen by channel, not rounded. */
  models: Record<Model, Record<string, [number, number]>>
}

const [FROM, TO, WINDOW] = ['2017-03-01', '2018-01-01', 30]
const reason = whyNoRealData('completejourney')

describe.skipIf(reason)(`touch paths of real households ${reason ?? ''}`, () => {
  let app: FastifyInstance
  let owner: Person
  let folder: string
  let expected: Reference
  let answer: Attribution

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhanggui-touches-'))
    const touches = join(folder, 'touches.csv')
    expected = independently('completejourney_touches.py', touches, FROM, TO, String(WINDOW))
    const opened = await openTestApp({ stores: ['grocer'] })
    ;({ app, owner } = opened)
    const baskets = join(DATA_FOLDER, 'completejourney', 'transactions_sample.csv.gz')
    for (const path of [touches, baskets])
      await runImport(opened.context, { store: 'grocer', files: [{ path }], actor: 'cli:test' })
    const url = `/v1/stores/grocer/review/attribution?from=${FROM}&to=${TO}&windowDays=${WINDOW}`
    answer = (await owner({ url })).json()
  }, 120_000)
  afterAll(async () => {
    await app?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const credit = (name: string): ChannelCredit | undefined => answer.channels.find(({ channel }) => channel === name)

  test('[P8.33] every model adds up to 100 % and to the money to the fen, natural baskets included', () => {
    expect(answer.total).toEqual({ orders: expected.orders, paidCents: expected.paid })
    expect(answer.channels.map(({ channel }) => channel).sort()).toEqual(['', ...expected.channels])
    for (const model of ['last', 'first', 'linear', 'timeDecay', 'position', 'markov', 'shapley'] as const) {
      const of = answer.channels.map(({ models }) => models[model])
      expect(of.reduce((sum, { paidCents }) => sum + paidCents, 0)).toBe(expected.paid)
      expect(of.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12)
      expect(of.reduce((sum, { conversions }) => sum + conversions, 0)).toBeCloseTo(expected.orders, 6)
      expect(credit('')?.models[model]).toMatchObject({
        conversions: expected.natural[0],
        paidCents: expected.natural[1],
      })
    }
  })

  test.each(REFERENCED)('[P8.33] %s equals an independent calculation over the raw files', (model) => {
    for (const [name, [orders, cents]] of Object.entries(expected.models[model])) {
      const of = credit(name)?.models[model]
      expect(of?.conversions, name).toBeCloseTo(orders, 6)
      // Whole fen by largest remainder: less than one away from what is not rounded.
      expect(Math.abs((of?.paidCents ?? 0) - cents), name).toBeLessThan(1)
    }
  })

  test('[P8.33] the chain equals one that is multiplied out: who left, the chance to buy, what is lost without a channel', () => {
    expect(answer.left).toBe(expected.left)
    expect(answer.chance).toBeCloseTo(expected.chance, 12)
    expect(answer.isShapleyExact).toBe(true)
    for (const [name, effect] of Object.entries(expected.removal))
      expect(credit(name)?.removal, name).toBeCloseTo(effect, 12)
  })

  test('[P8.33] mailings of the shop are its private domain: what they led to last is the sum of the mailings', async () => {
    const mailings = expected.channels.filter((name) => name.startsWith('mail '))
    for (const name of mailings) {
      const payload = { data: { name, kind: 'private' } }
      const stored = await owner({ method: 'POST', url: '/v1/stores/grocer/resources/channels', payload })
      expect(stored.statusCode, stored.body).toBe(201)
    }
    const url = `/v1/stores/grocer/review/attribution?from=${FROM}&to=${TO}&windowDays=${WINDOW}&by=trafficClass`
    const classes: Attribution = (await owner({ url })).json()
    const own = classes.channels.find(({ nameZh }) => nameZh === '私域')
    const led = mailings.reduce((sum, name) => sum + (expected.models.last[name]?.[1] ?? 0), 0)
    expect(own?.models.last.paidCents).toBe(led)
    expect(classes.channels.reduce((sum, { models }) => sum + models.shapley.paidCents, 0)).toBe(expected.paid)
  })

  test('a message that reached somebody is no visit: it leads, and counts in no visitor figure', async () => {
    const url = '/v1/stores/grocer/query'
    const payload = { metrics: ['pv', 'uv'], from: FROM, to: TO }
    const { totals } = (await owner({ method: 'POST', url, payload })).json()
    expect([totals.pv, totals.uv].map((figure) => figure ?? 0)).toEqual([0, 0])
  })
})
