import type { MemberRole } from '@zhanggui/contract'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Context } from '../../src/context.ts'
import { createEventKey } from '../../src/modules/admin/event-keys.ts'
import { createStore } from '../../src/modules/admin/stores.ts'

export const OWNER = { name: '王店主', email: 'owner@example.cn', password: 'correct horse battery' }

/** Somebody who calls the app with a cookie, a key or nothing. */
export type Person = (options: InjectOptions) => Promise<LightMyRequestResponse>

const cookieOf = (answer: LightMyRequestResponse): string =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';')[0])
    .join('; ')

export const withHeaders =
  (app: FastifyInstance, headers: Record<string, string>): Person =>
  (options) =>
    app.inject({ ...options, headers: { ...headers, ...options.headers } })

export const nobody = (app: FastifyInstance): Person => withHeaders(app, {})

export async function signIn(
  app: FastifyInstance,
  { email, password }: { email: string; password: string },
): Promise<Person> {
  const answer = await app.inject({ method: 'POST', url: '/v1/session', payload: { email, password } })
  if (answer.statusCode !== 200) throw new Error(`sign-in failed: ${answer.body}`)
  return withHeaders(app, { cookie: cookieOf(answer) })
}

/** First run: the owner, signed in. */
export async function setUpOwner(app: FastifyInstance): Promise<Person> {
  const answer = await app.inject({ method: 'POST', url: '/v1/setup', payload: OWNER })
  if (answer.statusCode !== 201) throw new Error(`setup failed: ${answer.body}`)
  return withHeaders(app, { cookie: cookieOf(answer) })
}

/** A new person in a shop, with a password of their own, signed in. */
export async function addPerson(
  app: FastifyInstance,
  owner: Person,
  { store, role }: { store: string; role: MemberRole },
): Promise<Person & { email: string; password: string; userId: string }> {
  const email = `${role}@${store}.example.cn`
  const payload = { email, name: role, role }
  const added = await owner({ method: 'POST', url: `/v1/stores/${store}/members`, payload })
  if (added.statusCode !== 201) throw new Error(`member not added: ${added.body}`)
  const { temporaryPassword, member } = added.json()
  const first = await signIn(app, { email, password: temporaryPassword })
  const password = `password of ${role}`
  const change = { currentPassword: temporaryPassword, newPassword: password }
  const changed = await first({ method: 'PUT', url: '/v1/session/password', payload: change })
  if (changed.statusCode !== 204) throw new Error(`password not changed: ${changed.body}`)
  return Object.assign(first, { email, password, userId: member.userId as string })
}

export const openShop = (context: Context, id: string) =>
  createStore(context, { id, name: `店铺 ${id}` }, { actor: 'test' })

/** A shop's system that sends events. */
export async function addEventKey(app: FastifyInstance, context: Context, store: string): Promise<Person> {
  const { secret } = await createEventKey(context, store, { name: '埋点' }, { actor: 'test' })
  return withHeaders(app, { authorization: `Bearer ${secret}` })
}
