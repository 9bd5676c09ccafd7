import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createEventKey } from '../../../src/modules/admin/event-keys.ts'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { buildApp } from '../../support/build-app.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { event, ndjson } from './event-batches.ts'

let context: TestContext
let app: FastifyInstance
const keys: Record<string, string> = {}

beforeAll(async () => {
  context = await createTestContext({ env: { ZHANGGUI_EVENT_BATCH_MB: '1' } })
  for (const id of ['one', 'two']) {
    await createStore(context, { id, name: id }, { actor: 'test' })
    keys[id] = (await createEventKey(context, id, { name: 'test' }, { actor: 'test' })).secret
  }
  app = buildApp(context)
})
afterAll(async () => {
  await app.close()
  await context.close()
})

const post = (store: string, key: string | undefined, payload: Buffer, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/v1/stores/${store}/events`,
    payload,
    headers: { 'content-type': 'application/x-ndjson', ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
  })

it.each(['application/x-ndjson', 'application/json', 'text/plain'])('takes a batch sent as %s', async (type) => {
  const answer = await post('one', keys.one, ndjson([event(type)]), { 'content-type': type })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({ received: 1, accepted: 1, duplicates: 0, late: 0, future: 0, rejected: [] })
})

it('takes gzip', async () => {
  const answer = await post('one', keys.one, gzipSync(ndjson([event('packed')])), { 'content-encoding': 'gzip' })
  expect(answer.json()).toMatchObject({ accepted: 1 })
})

it('turns away strangers and the key of another shop', async () => {
  const batch = ndjson([event('stranger')])
  expect((await post('one', undefined, batch)).statusCode).toBe(401)
  expect((await post('one', keys.two, batch)).statusCode).toBe(401)
  expect((await post('one', 'zg_nonsense', batch)).statusCode).toBe(401)
})

it('refuses a batch over the limit, packed or not', async () => {
  const large = Buffer.alloc((1 << 20) + 1, ' ')
  expect((await post('one', keys.one, large)).statusCode).toBe(413)
  expect((await post('one', keys.one, gzipSync(large), { 'content-encoding': 'gzip' })).statusCode).toBe(413)
})

it('answers an unreadable body in both languages', async () => {
  const answer = await post('one', keys.one, Buffer.from('[{'), { 'content-type': 'application/json' })
  expect(answer.statusCode).toBe(400)
  expect(answer.json().error).toMatchObject({ code: 'invalid_json', messageEn: expect.stringContaining('JSON') })
})
