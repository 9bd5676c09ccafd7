import type { Role, Store } from '@zhanggui/contract'
import { assert } from '@zhanggui/kernel'
import type { FastifyRequest } from 'fastify'
import type { OpenKey } from '../modules/admin/event-keys.ts'

/** Who a request comes from: a signed-in person, or a shop's system that holds a key. */
export type Caller =
  | {
      kind: 'user'
      id: string
      name: string
      email: string
      isOwner: boolean
      mustChangePassword: boolean
      sessionId: string
    }
  | ({ kind: 'key' } & OpenKey)

export type UserCaller = Extract<Caller, { kind: 'user' }>

/** The shop a request acts on, and the caller's role there; set by `app.requirePermission`. */
export type StoreAccess = { store: Store; role: Role }

/** How the audit trail names the caller: `user:<id>` or `key:<id>`. */
export function actorOf(request: FastifyRequest): string {
  assert(request.caller, 'a route that writes has a caller')
  return `${request.caller.kind}:${request.caller.id}`
}

/** The signed-in person behind a request. */
export function userOf(request: FastifyRequest): UserCaller {
  assert(request.caller?.kind === 'user', 'the route requires a signed-in user')
  return request.caller
}

/** The shop in the path, already checked to be the caller's. */
export function storeOf(request: FastifyRequest): Store {
  assert(request.storeAccess, 'the route requires a permission in a shop')
  return request.storeAccess.store
}

/** The caller's role in that shop. */
export function roleOf(request: FastifyRequest): Role {
  assert(request.storeAccess, 'the route requires a permission in a shop')
  return request.storeAccess.role
}
