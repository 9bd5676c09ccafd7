import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { users } from '../../../src/modules/admin/schema.ts'
import { buildApp } from '../../support/build-app.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { OWNER, openShop, type Person, setUpOwner } from '../../support/test-people.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let webRoot: string
const logLines: string[] = []

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'zhanggui-web-'))
  await mkdir(join(webRoot, 'assets'))
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>掌柜</title>')
  await writeFile(join(webRoot, 'assets', 'index-abc123.js'), 'export {}')
  const fresh = await createTestContext()
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logLines.push(String(chunk))
      done()
    },
  })
  context = { ...fresh, log: pino({ level: 'trace' }, sink) }
  app = buildApp(context, { webRoot })
  app.register(async (scope) => {
    scope.get('/v1/broken', { preHandler: scope.publicRoute }, async () => {
      throw new Error('a driver fell over row 7')
    })
    scope.get('/v1/broken-record', { preHandler: scope.publicRoute }, async () => {
      const now = new Date()
      const row = { id: '1', name: OWNER.name, email: OWNER.email, createdAt: now, updatedAt: now }
      await context.records.db.insert(users).values(row)
    })
  })
  await app.ready()
  owner = await setUpOwner(app)
  await openShop(context, 'alpha')
})

afterAll(async () => {
  await app.close()
  await context.close()
  await rm(webRoot, { recursive: true })
})

describe('pages', () => {
  test('[P13.10] every answer carries the headers that keep a browser from being used against us', async () => {
    for (const url of ['/', '/v1/session', '/v1/nowhere', '/assets/index-abc123.js']) {
      const { headers } = await app.inject(url)
      expect(headers['content-security-policy']).toContain("script-src 'self';")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      })
      expect(headers['x-powered-by']).toBeUndefined()
    }
  })

  test('hashed files are kept for ever, the page itself is asked for each time', async () => {
    expect((await app.inject('/assets/index-abc123.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await app.inject('/')).headers['cache-control']).toBe('no-cache')
  })

  test('any address of the web app answers with the page; an unknown file or API address does not', async () => {
    const page = await app.inject('/alpha/explorer?metrics=paid')
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect((await app.inject('/assets/gone-123.js')).statusCode).toBe(404)
    expect((await app.inject('/v1/nowhere')).json().error.code).toBe('not_found')
  })

  test.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/%00.html', '/%zz.html'])(
    'a path that tries to leave the web folder (%s) gets the page or nothing',
    async (url) => {
      const answer = await app.inject(url)
      expect(answer.statusCode).toBeLessThan(500)
      expect(answer.body).not.toContain('workspaces')
    },
  )
})

describe('changes from other sites', () => {
  const change = {
    method: 'PUT',
    url: '/v1/stores/alpha',
    payload: { name: 'x', platform: 'tmall', foundedDay: null },
  } as const
  test.each([
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }, 200],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }, 403],
    ['an older browser on another site', { origin: 'https://evil.example', host: 'localhost' }, 403],
    ['an opaque origin', { origin: 'null', host: 'localhost' }, 403],
    ['a script without a browser', {}, 200],
  ])('[P13.10] a change from %s', async (_name, headers, status) => {
    expect((await owner({ ...change, headers })).statusCode).toBe(status)
  })

  test('an older browser on our own page passes', async () => {
    const headers = { origin: 'http://localhost:8787', host: 'localhost:8787' }
    expect((await owner({ ...change, headers })).statusCode).toBe(200)
  })

  test('[P13.10] a request with a key is not taken for the person whose cookie it also carries', async () => {
    const answer = await owner({ ...change, headers: { authorization: 'Bearer zg_nonsense' } })
    expect(answer.json().error.code).toBe('invalid_event_key')
  })
})

describe('names that lead here', () => {
  test.each([
    ['localhost:8787', 200],
    ['127.0.0.1:8787', 200],
    ['[::1]:8787', 200],
    ['evil.example:8787', 421],
    ['127.0.0.1.evil.example', 421],
  ])('[P13.10] a local server asked as “%s” answers %i: no strange name may act as ours', async (host, status) => {
    expect((await app.inject({ url: '/v1/session', headers: { host } })).statusCode).toBe(status)
  })
})

describe('errors', () => {
  test('an error speaks the language of the request and always English too', async () => {
    const zh = (await app.inject({ url: '/v1/stores', headers: { 'accept-language': 'zh-CN,zh' } })).json().error
    const en = (await app.inject({ url: '/v1/stores', headers: { 'accept-language': 'en-GB' } })).json().error
    expect(zh.message).toMatch(/请重新登录/)
    expect(en.message).toBe(zh.messageEn)
  })

  test('a fault tells the caller a number to quote and keeps its cause to the log', async () => {
    const answer = await app.inject('/v1/broken')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('row 7')
    const { requestId } = answer.json().error.facts
    expect(logLines.some((line) => line.includes('request failed') && line.includes(requestId))).toBe(true)
  })

  test('text that no store could keep is refused, not failed on', async () => {
    const sent = ['\u0000', '\ud800'].map((letter) => ({ name: `a${letter}b`, platform: 'tmall', foundedDay: null }))
    for (const payload of sent) {
      const answer = await owner({ method: 'PUT', url: '/v1/stores/alpha', payload })
      expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'invalid_request'])
    }
  })
})

describe('operation', () => {
  test('[P13.09] the log repeats no password, e-mail, cookie or address that people sent', async () => {
    await app.inject({ method: 'POST', url: '/v1/session', payload: { email: OWNER.email, password: 'a wrong one' } })
    await owner({ url: '/v1/stores/alpha/resources/products?q=13900139000' })
    expect((await app.inject('/v1/broken-record')).statusCode).toBe(500)
    const log = logLines.join('')
    expect(log).toContain('insert into \\"admin_users\\"')
    expect(log).toContain('23505')
    for (const secret of [OWNER.password, OWNER.name, 'a wrong one', OWNER.email, 'session_token=', '13900139000'])
      expect(log).not.toContain(secret)
  })

  test('health and readiness answer, and metrics count requests by pattern and not by address', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready', records: 'ok', facts: 'ok' })
    await owner({ url: '/v1/stores/alpha' })
    const metrics = (await app.inject('/metrics')).body
    expect(metrics).toContain('route="/v1/stores/:store"')
    expect(metrics).toContain('zhanggui_process_cpu_seconds_total')
    expect(metrics).not.toContain('alpha')
  })

  test('the description of the API names every route of ours', async () => {
    const { paths } = (await app.inject('/v1/openapi.json')).json()
    const described = Object.keys(paths)
    const ours = app.routeAccess
      .map(({ url }) => url)
      .filter((url) => url.startsWith('/v1/') && url !== '/v1/openapi.json')
    expect(paths['/v1/users'].get.security).toEqual([{ session: ['owner'] }])
    expect(paths['/v1/session'].get.security).toEqual([])
    expect(paths['/v1/stores/{store}/events'].post.security).toContainEqual({ eventKey: ['events:write'] })
    expect([...new Set(ours)].filter((url) => !described.includes(url.replace(/:(\w+)/g, '{$1}')))).toEqual([])
  })
})
