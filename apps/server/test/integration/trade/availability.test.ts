import type { Availability } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { solveChallenge } from '../../../src/modules/trade/load/bot-challenge.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'

let app: FastifyInstance
let context: TestContext
let owner: Person

beforeAll(async () => {
  ;({ app, context, owner } = await openTestApp({ stores: ['alpha', 'beta'] }))
}, 60_000)
afterAll(() => app?.close())

const ALPHA = '/v1/stores/alpha'
const read = async (store = 'alpha'): Promise<Availability> =>
  (await owner({ url: `/v1/stores/${store}/availability` })).json()
const setLevel = (level: number, reason = '大促前演练', person: Person = owner) =>
  person({ method: 'PUT', url: `${ALPHA}/service-level`, payload: { level, reason } })

describe('[P7.07] what is not essential is left out first', () => {
  test('a shop at level 2 leaves analyses and reports out and says when to come again; orders, prices and the rest go on', async () => {
    expect((await setLevel(2)).json()).toMatchObject({ service: { level: 2, ofLoad: 0, set: { level: 2 } } })
    const asked = async (method: 'GET' | 'POST', path: string) =>
      (await owner({ method, url: `${ALPHA}${path}`, ...(method === 'POST' && { payload: {} }) })).statusCode
    expect(await asked('POST', '/query')).toBe(503)
    expect(await asked('POST', '/reports')).toBe(503)
    const left = await owner({ method: 'POST', url: `${ALPHA}/reports`, payload: {} })
    expect([left.headers['retry-after'], left.json().error.code]).toEqual(['60', 'left_out'])
    expect(await asked('GET', '/orders')).toBe(200)
    expect(await asked('GET', '/plans')).toBe(200)
    expect(await asked('POST', '/orders')).not.toBe(503)
  })

  test('at level 3 trade alone is left, and another shop is not touched', async () => {
    await setLevel(3)
    const statusOf = async (url: string) => (await owner({ url })).statusCode
    expect(await statusOf(`${ALPHA}/plans`)).toBe(503)
    expect(await statusOf('/v1/stores/beta/plans')).toBe(200)
    expect(await statusOf(`${ALPHA}/orders`)).toBe(200)
    expect(await statusOf(`${ALPHA}/availability`)).toBe(200)
  })

  test('who set it and why is in the trail, and taken back everything is there again', async () => {
    expect((await setLevel(0, '演练结束')).json().service).toMatchObject({ level: 0, set: null })
    expect((await owner({ url: `${ALPHA}/plans` })).statusCode).toBe(200)
    const rows = await context.records.query<{ before: string; after: string; reason: string }>(
      "SELECT before, after, reason FROM admin_audit WHERE subject = 'service-level' AND store = 'alpha' ORDER BY sequence",
    )
    expect(rows.map(({ after, reason }) => [JSON.parse(after).level, reason])).toEqual([
      [2, '大促前演练'],
      [3, '大促前演练'],
      [0, '演练结束'],
    ])
  })

  test('a level that does not exist, a missing reason and somebody who may not steer are refused', async () => {
    expect((await setLevel(4)).statusCode).toBe(400)
    expect((await setLevel(1, '')).statusCode).toBe(400)
    const analyst = await addPerson(app, owner, { store: 'alpha', role: 'analyst' })
    expect((await setLevel(1, '试试', analyst)).statusCode).toBe(403)
  })
})

describe('[P7.15] sources that attack', () => {
  const send = (source: string, more: Record<string, string> = {}, orderId = 'x') =>
    owner({
      method: 'POST',
      url: `${ALPHA}/orders`,
      headers: { 'x-order-source': source, ...more },
      payload: { orderId, nonsense: true },
    })

  test('are challenged, then shut out, while others are heard; a solved challenge is let through', async () => {
    const answers: string[] = []
    for (let i = 0; i < 2; i++) answers.push((await send('bot')).json().error.code)
    const challenged = (await send('bot')).json().error
    expect([...answers, challenged.code]).toEqual(['invalid_request', 'invalid_request', 'orders_challenge'])
    const proof = solveChallenge(challenged.facts)
    expect((await send('bot', { 'x-order-proof': proof })).json().error.code).toBe('invalid_request')
    expect((await send('buyer')).json().error.code).toBe('invalid_request')
    await send('bot', { 'x-order-proof': 'guessed' })
    expect((await send('bot', { 'x-order-proof': proof })).json().error.code).toBe('orders_isolated')
    expect((await send('buyer')).json().error.code).toBe('invalid_request')
    expect((await read()).protection).toMatchObject({ isUnderAttack: false, quarantined: 1 })
  })
})

test('with one site there is nothing to switch, and the answer says so', async () => {
  expect((await read()).site).toBe(null)
  const move = (body: object) => owner({ method: 'POST', url: `${ALPHA}/site-moves`, payload: body })
  expect((await move({ move: 'hand_over', reason: '发版' })).json().error.code).toBe('trade_one_site')
  expect((await move({ move: 'elsewhere', reason: '发版' })).statusCode).toBe(400)
})
