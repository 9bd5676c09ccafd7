import { MemberRole, ROLES, type Role } from '@zhanggui/contract'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RouteAccess } from '../../../src/http/route-access.ts'
import { openIdentity } from '../../../src/modules/admin/identity/identity.ts'
import { roleAllows } from '../../../src/modules/admin/role-permissions.ts'
import { buildApp } from '../../support/build-app.ts'
import { rememberPeople } from '../../support/remember-people.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addEventKey, addPerson, nobody, type Person } from '../../support/test-people.ts'

/** How a call comes out as far as access goes; `allowed` says nothing about what the route then made of it. */
type Outcome = 'allowed' | 'not_signed_in' | 'not_permitted' | 'unknown_store' | 'invalid_event_key'

type Actor = { kind: 'nobody' } | { kind: 'role'; role: Role } | { kind: 'stranger' } | { kind: 'key'; own: boolean }

const EVENTS_URL = '/v1/stores/:store/events'

/** The table that the system has to obey, written from the requirement and not from the code under test. */
function expectedOutcome(access: RouteAccess, actor: Actor, url: string): Outcome {
  if (access.kind === 'public') return 'allowed'
  if (actor.kind === 'key') {
    if (url !== EVENTS_URL) return 'not_signed_in'
    return actor.own ? 'allowed' : 'invalid_event_key'
  }
  if (actor.kind === 'nobody') return 'not_signed_in'
  if (access.kind === 'signedIn') return 'allowed'
  if (access.kind === 'owner') return actor.kind === 'role' && actor.role === 'owner' ? 'allowed' : 'not_permitted'
  if (actor.kind === 'stranger') return 'unknown_store'
  return roleAllows(actor.role, access.permission) ? 'allowed' : 'not_permitted'
}

const DENIALS: readonly string[] = [
  'not_signed_in',
  'not_permitted',
  'unknown_store',
  'invalid_event_key',
] satisfies Outcome[]

function outcomeOf(answer: LightMyRequestResponse): Outcome {
  if (!answer.headers['content-type']?.toString().startsWith('application/json') || answer.body === '') return 'allowed'
  const code = answer.json()?.error?.code
  return DENIALS.includes(code) ? code : 'allowed'
}

/** Everybody comes from a place of their own: what stands before orders tells no caller's faults from another's at the same place. */
const callOf = (method: string, url: string, name: string): InjectOptions => ({
  method: method as 'GET',
  headers: { 'x-order-source': name },
  url: url.replace(':store', 'alpha').replace(/:\w+/g, '1'),
  ...(method === 'GET' ? {} : { payload: {} }),
})

let context: TestContext
let app: FastifyInstance
let owner: Person
let actors: [string, Actor, Person][]
/** While it is true whoever gets past the door of a route is told so, and the route does nothing. */
let doorsOnly = false

const stopBehindDoors = (opened: FastifyInstance): void => {
  opened.addHook('onRoute', (route) => {
    const { handler } = route
    route.handler = function (request, reply) {
      return doorsOnly ? { allowed: true } : handler.call(this, request, reply)
    }
  })
}

/** Ends the session of whoever calls it, so it is called last. */
const isSignOut = (route: { method: string; url: string }): boolean =>
  route.method === 'DELETE' && route.url === '/v1/session'

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({
    stores: ['alpha', 'beta'],
    prepare: stopBehindDoors,
    optionsOf: (opened) => ({ identity: rememberPeople(openIdentity(opened), () => doorsOnly) }),
  }))
  actors = [
    ['nobody', { kind: 'nobody' }, nobody(app)],
    ['owner', { kind: 'role', role: 'owner' }, owner],
    ['head of another shop', { kind: 'stranger' }, await addPerson(app, owner, { store: 'beta', role: 'operations' })],
    ['key of the shop', { kind: 'key', own: true }, await addEventKey(app, context, 'alpha')],
    ['key of another shop', { kind: 'key', own: false }, await addEventKey(app, context, 'beta')],
  ]
  for (const role of MemberRole.options)
    actors.push([role, { kind: 'role', role }, await addPerson(app, owner, { store: 'alpha', role })])
})

afterAll(() => app.close())

describe('access', () => {
  test('a shop that does not exist and one that is somebody else’s cannot be told apart', async () => {
    const stranger = actors.find(([, actor]) => actor.kind === 'stranger')?.[2] ?? nobody(app)
    const [theirs, none] = [await stranger({ url: '/v1/stores/alpha' }), await stranger({ url: '/v1/stores/gamma' })]
    expect(theirs.statusCode).toBe(404)
    expect(theirs.body.replaceAll('alpha', 'x')).toBe(none.body.replaceAll('gamma', 'x'))
  })

  test('[P13.10] every route answers every role, signed-out people, strangers and keys as the table says', {
    timeout: 600_000,
  }, async () => {
    const wrong: string[] = []
    let checked = 0
    doorsOnly = true
    for (const { method, url, access } of app.routeAccess)
      for (const [name, actor, call] of actors) {
        const answer = await call(callOf(method, url, name))
        const [expected, seen] = [expectedOutcome(access, actor, url), outcomeOf(answer)]
        if (seen !== expected) wrong.push(`${method} ${url} by ${name}: ${expected} expected, got ${seen}`)
        checked++
      }
    doorsOnly = false
    expect(wrong).toEqual([])
    expect(checked).toBe(app.routeAccess.length * (ROLES.length + 4))
  })

  test('no route fails when its door is open and nothing useful is sent', async () => {
    const routes = app.routeAccess.toSorted((a, b) => Number(isSignOut(a)) - Number(isSignOut(b)))
    const wrong: string[] = []
    for (const { method, url, access } of routes.filter((route) => route.url !== '/readyz')) {
      const answer = await owner(callOf(method, url, 'owner'))
      const expected = expectedOutcome(access, { kind: 'role', role: 'owner' }, url)
      if (answer.statusCode >= 500 || outcomeOf(answer) !== expected) wrong.push(`${method} ${url}: ${answer.body}`)
    }
    expect(wrong).toEqual([])
  })

  test('[P13.10] what touches a shop asks for a permission in that shop, never less', () => {
    const loose = app.routeAccess.filter(({ url, access }) => url.includes(':store') && access.kind !== 'permission')
    expect(loose).toEqual([])
  })

  test('[P13.10] only these routes are open to everybody, and only these are the owner’s', () => {
    const named = (kind: RouteAccess['kind']) =>
      app.routeAccess
        .filter(({ access }) => access.kind === kind)
        .map(({ method, url }) => `${method} ${url}`)
        .toSorted()
    expect(named('public')).toEqual([
      'DELETE /v1/session',
      'GET /healthz',
      'GET /metrics',
      'GET /readyz',
      'GET /v1/openapi.json',
      'GET /v1/session',
      'GET /v1/setup/progress',
      'POST /v1/session',
      'POST /v1/setup',
    ])
    expect(named('owner')).toEqual([
      'DELETE /v1/users/:id',
      'GET /v1/audit',
      'GET /v1/users',
      'POST /v1/stores',
      'POST /v1/users',
      'PUT /v1/users/:id',
    ])
  })

  test('a route that declares no access keeps the server from starting', async () => {
    const careless = buildApp(context)
    careless.register(async (scope) => {
      scope.get('/v1/careless', async () => 'everything')
    })
    await expect(careless.ready()).rejects.toThrow(/GET \/v1\/careless declares 0 accesses/)
    await careless.close()
  })
})
