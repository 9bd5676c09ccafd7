import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resetPassword } from '../../../src/modules/admin/reset-password.ts'
import { buildApp } from '../../support/build-app.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { addPerson, nobody, OWNER, openShop, type Person, setUpOwner, signIn } from '../../support/test-people.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person

const DAY_MS = 86_400_000
const CREDENTIALS = { email: OWNER.email, password: OWNER.password }

beforeAll(async () => {
  context = await createTestContext({ passwords: 'as shipped' })
  app = buildApp(context)
  await app.ready()
})

afterAll(async () => {
  await app.close()
  await context.close()
})

describe('first run', () => {
  test('an installation without an owner says so, and the first person becomes the owner and is signed in', async () => {
    expect((await app.inject('/v1/session')).json()).toEqual({ needsSetup: true, user: null })
    owner = await setUpOwner(app)
    const info = (await owner({ url: '/v1/session' })).json()
    expect(info).toMatchObject({
      needsSetup: false,
      user: { email: OWNER.email, isOwner: true, mustChangePassword: false },
    })
    await openShop(context, 'alpha')
  })

  test('there is one owner: a second setup is refused, also when many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        app.inject({ method: 'POST', url: '/v1/setup', payload: { ...OWNER, email: `thief${i}@example.cn` } }),
      ),
    )
    expect(answers.map((answer) => answer.json().error.code)).toEqual(Array(5).fill('already_set_up'))
  })

  test('a short password is refused with the field named', async () => {
    const payload = { ...OWNER, password: 'short' }
    const answer = await app.inject({ method: 'POST', url: '/v1/setup', payload })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.messageEn).toContain('password')
  })
})

describe('sign-in', () => {
  test('[P13.10] passwords are stored as scrypt hashes with a salt each, never as text', async () => {
    const rows = await context.records.query<{ password: string }>('SELECT password FROM admin_accounts')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
    expect(JSON.stringify(rows)).not.toContain(OWNER.password)
  })

  test('a wrong password and an unknown e-mail answer alike', async () => {
    const wrong = await app.inject({
      method: 'POST',
      url: '/v1/session',
      payload: { ...CREDENTIALS, password: 'wrong' },
    })
    const unknown = await app.inject({
      method: 'POST',
      url: '/v1/session',
      payload: { email: 'nobody@example.cn', password: 'wrong' },
    })
    expect(wrong.statusCode).toBe(401)
    expect(unknown.body).toBe(wrong.body)
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  test('[P13.10] the cookie is out of reach of scripts and other sites', async () => {
    const answer = await app.inject({ method: 'POST', url: '/v1/session', payload: CREDENTIALS })
    expect(answer.headers['set-cookie']).toMatch(
      /^zhanggui\.session_token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })

  test('[P13.10] a stored session row is no cookie: without the signature it opens nothing', async () => {
    const [row] = await context.records.query<{ token: string }>('SELECT token FROM admin_sessions LIMIT 1')
    for (const value of [row?.token, `${row?.token}.`, `${row?.token}.AAAA`]) {
      const answer = await app.inject({ url: '/v1/stores', headers: { cookie: `zhanggui.session_token=${value}` } })
      expect(answer.statusCode).toBe(401)
    }
  })

  test('[P13.10] signing out ends the session on the server, not only in the browser', async () => {
    const person = await signIn(app, CREDENTIALS)
    expect((await person({ url: '/v1/stores' })).statusCode).toBe(200)
    expect((await person({ method: 'DELETE', url: '/v1/session' })).statusCode).toBe(204)
    expect((await person({ url: '/v1/stores' })).statusCode).toBe(401)
    expect((await person({ method: 'DELETE', url: '/v1/session' })).statusCode).toBe(204)
  })

  test('[P13.10] a session can be revoked from another one, and only by its own person', async () => {
    const [phone, desk] = [await signIn(app, CREDENTIALS), await signIn(app, CREDENTIALS)]
    const colleague = await addPerson(app, owner, { store: 'alpha', role: 'analyst' })
    const open: { id: string; current: boolean }[] = (await phone({ url: '/v1/sessions' })).json()
    const phoneId = open.find((session) => session.current)?.id
    expect((await colleague({ method: 'DELETE', url: `/v1/sessions/${phoneId}` })).statusCode).toBe(404)
    expect((await desk({ method: 'DELETE', url: `/v1/sessions/${phoneId}` })).statusCode).toBe(204)
    expect((await phone({ url: '/v1/sessions' })).statusCode).toBe(401)
    expect((await desk({ url: '/v1/sessions' })).statusCode).toBe(200)
  })

  test('[P13.10] [P16.14] a session that is not used for 14 days of the injected clock is over', async () => {
    const person = await signIn(app, CREDENTIALS)
    context.clock.advance(14 * DAY_MS - 1)
    const used = await person({ url: '/v1/stores' })
    expect(used.statusCode).toBe(200)
    expect(used.headers['set-cookie']).toMatch(/^zhanggui\.session_token=[^;]+; Max-Age=1209600; .*SameSite=Strict$/)
    context.clock.advance(14 * DAY_MS - 1)
    expect((await person({ url: '/v1/stores' })).statusCode).toBe(200)
    context.clock.advance(14 * DAY_MS)
    expect((await person({ url: '/v1/stores' })).statusCode).toBe(401)
    // Whatever year the machine is in: the next session is dated by the injected clock, and the old rows are gone.
    context.clock.set('2051-06-01T00:00:00.000Z')
    owner = await signIn(app, CREDENTIALS)
    expect(await context.records.query('SELECT 1 FROM admin_sessions')).toHaveLength(1)
    context.clock.advance(DAY_MS)
    const open: { createdAt: string }[] = (await owner({ url: '/v1/sessions' })).json()
    expect(open[0]?.createdAt).toBe('2051-06-01T00:00:00.000Z')
  })

  test('[P13.10] nobody signs up by themselves: the identity library has no address of its own', async () => {
    for (const url of ['/api/auth/sign-up/email', '/v1/auth/sign-up/email', '/v1/users']) {
      const payload = { name: 'x', email: 'x@example.cn', password: 'a long password' }
      expect([401, 404]).toContain((await app.inject({ method: 'POST', url, payload })).statusCode)
    }
  })
})

describe('people', () => {
  test('a temporary password opens nothing but the change of the password', async () => {
    const payload = { name: '小林', email: 'lin@example.cn' }
    const made = (await owner({ method: 'POST', url: '/v1/users', payload })).json()
    expect(made.user).toMatchObject({ email: 'lin@example.cn', mustChangePassword: true, isOwner: false })
    const lin = await signIn(app, { email: payload.email, password: made.temporaryPassword })
    expect((await lin({ url: '/v1/stores' })).json().error.code).toBe('password_change_required')
    const change = { currentPassword: made.temporaryPassword, newPassword: 'a password of my own' }
    const wrong = await lin({
      method: 'PUT',
      url: '/v1/session/password',
      payload: { ...change, currentPassword: 'x' },
    })
    expect(wrong.json().error.code).toBe('wrong_password')
    expect((await lin({ method: 'PUT', url: '/v1/session/password', payload: change })).statusCode).toBe(204)
    expect((await lin({ url: '/v1/stores' })).json()).toEqual([])
  })

  test('[P13.10] changing the password ends every other session of the person', async () => {
    const person = await addPerson(app, owner, { store: 'alpha', role: 'media' })
    const other = await signIn(app, person)
    const payload = { currentPassword: person.password, newPassword: 'another password' }
    await person({ method: 'PUT', url: '/v1/session/password', payload })
    expect((await other({ url: '/v1/stores' })).statusCode).toBe(401)
    expect((await person({ url: '/v1/stores' })).statusCode).toBe(200)
  })

  test('[P13.10] a disabled person is out at once and cannot come back in', async () => {
    const person = await addPerson(app, owner, { store: 'alpha', role: 'service' })
    await owner({ method: 'PUT', url: `/v1/users/${person.userId}`, payload: { disabled: true } })
    expect((await person({ url: '/v1/stores' })).statusCode).toBe(401)
    await expect(signIn(app, person)).rejects.toThrow('wrong_credentials')
    await owner({ method: 'PUT', url: `/v1/users/${person.userId}`, payload: { disabled: false } })
    expect((await (await signIn(app, person))({ url: '/v1/stores' })).statusCode).toBe(200)
  })

  test('a reset makes a new temporary password, and the old one stops working', async () => {
    const person = await addPerson(app, owner, { store: 'alpha', role: 'finance' })
    const url = `/v1/users/${person.userId}`
    const { temporaryPassword } = (await owner({ method: 'PUT', url, payload: { resetPassword: true } })).json()
    await expect(signIn(app, person)).rejects.toThrow('wrong_credentials')
    const back = await signIn(app, { email: person.email, password: temporaryPassword })
    expect((await back({ url: '/v1/stores' })).json().error.code).toBe('password_change_required')
  })

  test('whoever holds the machine can give the owner a new temporary password', async () => {
    const { temporaryPassword } = await resetPassword(context, 'OWNER@example.cn', { actor: 'cli' })
    await expect(signIn(app, CREDENTIALS)).rejects.toThrow('wrong_credentials')
    const back = await signIn(app, { email: OWNER.email, password: temporaryPassword ?? '' })
    const payload = { currentPassword: temporaryPassword, newPassword: OWNER.password }
    expect((await back({ method: 'PUT', url: '/v1/session/password', payload })).statusCode).toBe(204)
    owner = back
    await expect(resetPassword(context, 'nobody@example.cn', { actor: 'cli' })).rejects.toThrow(
      'user nobody@example.cn',
    )
  })

  test('the owner can be neither disabled nor removed', async () => {
    const [boss] = (await owner({ url: '/v1/users' })).json()
    const disabled = await owner({ method: 'PUT', url: `/v1/users/${boss.id}`, payload: { disabled: true } })
    const removed = await owner({ method: 'DELETE', url: `/v1/users/${boss.id}` })
    expect([disabled.json().error.code, removed.json().error.code]).toEqual(['owner_stays', 'owner_stays'])
  })

  test('[P16.01] nobody gives away more than they hold, nor touches somebody who holds more', async () => {
    const head = await addPerson(app, owner, { store: 'alpha', role: 'operations' })
    const payload = { email: 'new@example.cn', name: '新人', role: 'content' }
    expect((await head({ method: 'POST', url: '/v1/stores/alpha/members', payload })).statusCode).toBe(201)
    const owned = await head({
      method: 'POST',
      url: '/v1/stores/alpha/members',
      payload: { ...payload, role: 'owner' },
    })
    expect(owned.statusCode).toBe(400)
  })

  test('a removed member loses the shop with the next request and keeps the account', async () => {
    const person = await addPerson(app, owner, { store: 'alpha', role: 'warehouse' })
    expect((await person({ url: '/v1/stores/alpha' })).statusCode).toBe(200)
    await owner({ method: 'DELETE', url: `/v1/stores/alpha/members/${person.userId}` })
    expect((await person({ url: '/v1/stores/alpha' })).statusCode).toBe(404)
    expect((await person({ url: '/v1/stores' })).json()).toEqual([])
  })

  test('[P16.06] a change of members names the person, until that person is forgotten', async () => {
    const person = await addPerson(app, owner, { store: 'alpha', role: 'brand' })
    const trail = async () => {
      const answer = await owner({ url: `/v1/stores/alpha/audit?subject=members/${person.userId}` })
      return answer.json().entries.map((e: { subjectName: string | null; after: unknown }) => [e.subjectName, e.after])
    }
    expect(await trail()).toEqual([[`brand <${person.email}>`, { role: 'brand' }]])
    await owner({ method: 'DELETE', url: `/v1/users/${person.userId}` })
    expect(await trail()).toEqual([[null, { role: 'brand' }]])
  })

  test('an e-mail is one person, however it is written', async () => {
    const again = await owner({ method: 'POST', url: '/v1/users', payload: { name: 'x', email: 'LIN@example.cn' } })
    expect(again.json().error.code).toBe('email_taken')
  })
})

describe('guessing', () => {
  test('[P13.10] sign-in is limited: the eleventh try within a minute waits, and says how long', async () => {
    const stranger = nobody(app)
    const payload = { email: 'target@example.cn', password: 'guess' }
    const tries = []
    for (let i = 0; i < 11; i++) tries.push(await stranger({ method: 'POST', url: '/v1/session', payload }))
    expect(tries.slice(0, 10).map((answer) => answer.statusCode)).toEqual(Array(10).fill(401))
    const last = tries[10]
    expect(last?.statusCode).toBe(429)
    expect(last?.json().error).toMatchObject({ code: 'too_many_requests', facts: { seconds: expect.any(Number) } })
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  })
})
