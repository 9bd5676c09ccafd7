import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIdentity } from '../../../src/modules/admin/identity/identity.ts'
import { FUZZ_TIMES } from '../../support/fuzz-times.ts'
import { rememberPeople } from '../../support/remember-people.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addEventKey, type Person } from '../../support/test-people.ts'

const SEED = 20261111
/** Each route is sent bodies, queries and files of its own, so that few for each are many together. */
const BODIES = 5 * FUZZ_TIMES
const QUERIES = 2 * FUZZ_TIMES
/** One reader serves the files of all resources: each is sent so many kinds, its neighbours others. */
const RESOURCE_HEADS = 2

let context: TestContext
let app: FastifyInstance
let owner: Person
let keyHolder: Person

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({
    stores: ['alpha'],
    optionsOf: (opened) => ({ identity: rememberPeople(openIdentity(opened), () => true) }),
  }))
  keyHolder = await addEventKey(app, context, 'alpha')
})

afterAll(() => app.close())

const urlFor = (url: string, id: string): string =>
  url.replace(':store', 'alpha').replace(/:\w+/g, encodeURIComponent(id))

/** Words that routes look for, so that random bodies come past the first check. */
const WORDS = [
  'data',
  'version',
  'state',
  'name',
  'email',
  'password',
  'role',
  'metrics',
  'by',
  'filters',
  'steps',
  'files',
  'uploadId',
  'from',
  'to',
  'itemId',
  'title',
  'query',
  'reason',
  'id',
  'events',
  '__proto__',
  'constructor',
]

const anyJson = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '\u0000', '\ud800', '2026-02-30', "' OR 1=1 --", '=cmd|x', '🛒'.repeat(50), '9'.repeat(400)),
    fc.double(),
    fc.constantFrom(0, -1, 1e308, 2 ** 53, -0, true, null),
    fc.array(tie('node'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...WORDS), fc.string()), tie('node'), { maxKeys: 6 }),
  ),
})).node

describe('whatever is sent', () => {
  test('no body makes any route fail: random JSON into every route that changes or asks something', {
    timeout: 600_000,
  }, async () => {
    // Signing out would end the session that the other calls need.
    const routes = app.routeAccess.filter(
      ({ method, url }) => method !== 'GET' && !(method === 'DELETE' && url === '/v1/session'),
    )
    const failures: string[] = []
    const sent = fc.record({ body: anyJson, id: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }) })
    const samples = fc.sample(sent, { numRuns: BODIES * routes.length, seed: SEED })
    for (const [n, { method, url }] of routes.entries())
      for (const { body, id } of samples.slice(n * BODIES, (n + 1) * BODIES)) {
        const call = url.endsWith('/events') ? keyHolder : owner
        const headers = { 'content-type': 'application/json' }
        const answer = await call({
          method: method as 'POST',
          url: urlFor(url, id),
          headers,
          payload: JSON.stringify(body),
        })
        if (answer.statusCode >= 500) failures.push(`${method} ${url} ${JSON.stringify(body)} → ${answer.body}`)
      }
    expect(failures.slice(0, 5)).toEqual([])
  })

  test('no query text makes any list fail', { timeout: 600_000 }, async () => {
    const routes = app.routeAccess.filter(({ method, url }) => method === 'GET' && url.startsWith('/v1/'))
    const names = [
      'q',
      'filter',
      'sort',
      'direction',
      'offset',
      'limit',
      'state',
      'format',
      'subject',
      'actor',
      'store',
      'version',
    ]
    const queries = fc.sample(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 40 })), {
      numRuns: QUERIES * routes.length,
      seed: SEED,
    })
    const failures: string[] = []
    for (const [n, { url }] of routes.entries())
      for (const query of queries.slice(n * QUERIES, (n + 1) * QUERIES)) {
        const text = Object.entries(query)
          .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
          .join('&')
        const answer = await owner({ url: `${urlFor(url, '1')}?${text}` })
        if (answer.statusCode >= 500) failures.push(`${url}?${text} → ${answer.body}`)
      }
    expect(failures.slice(0, 5)).toEqual([])
  })

  test('no file makes an upload fail: random bytes, and random bytes behind the marks of known formats', {
    timeout: 300_000,
  }, async () => {
    const heads = [
      '',
      '504b0304',
      '1f8b',
      'd0cf11e0',
      'efbbbf',
      'fffe',
      Buffer.from('商品 ID,商品名称\n').toString('hex'),
    ]
    const routes = app.routeAccess.filter(({ method, url }) => method === 'POST' && /\/(import|uploads)$/.test(url))
    expect(routes.length).toBeGreaterThan(3)
    const starts = routes.flatMap(({ url }, route) => {
      const kinds = url.includes('/resources/') ? RESOURCE_HEADS : heads.length
      return Array.from({ length: kinds * FUZZ_TIMES }, (_, n) => ({
        url,
        head: heads[(route * RESOURCE_HEADS + n) % heads.length] ?? '',
      }))
    })
    expect(new Set(starts.map(({ head }) => head)).size).toBe(heads.length)
    const tails = fc.sample(fc.uint8Array({ maxLength: 400 }), { numRuns: starts.length, seed: SEED })
    const failures: string[] = []
    for (const [n, { url, head }] of starts.entries()) {
      const tail = Buffer.from(tails[n] ?? [])
      const part = 'Content-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n'
      const payload = Buffer.concat([
        Buffer.from(`--edge\r\n${part}`),
        Buffer.from(head, 'hex'),
        tail,
        Buffer.from('\r\n--edge--\r\n'),
      ])
      const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
      const answer = await owner({ method: 'POST', url: urlFor(url, '1'), headers, payload })
      if (answer.statusCode >= 500) failures.push(`${url} ${head} ${tail.toString('hex')} → ${answer.body}`)
    }
    expect(failures.slice(0, 5)).toEqual([])
  })

  test('a body that is deeper than any form is refused or read, not failed on', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const payload = `{"data":{"name":"x","settings":{"a":${deep}}}}`
    const headers = { 'content-type': 'application/json' }
    const answer = await owner({ method: 'POST', url: '/v1/stores/alpha/resources/saved-views', headers, payload })
    expect(answer.statusCode).toBeLessThan(500)
  })
})
