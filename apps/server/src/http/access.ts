import type { KeyScope, Permission } from '@zhanggui/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { findStoreOf } from '../modules/admin/members.ts'
import { roleAllows } from '../modules/admin/role-permissions.ts'
import { findStore } from '../modules/admin/stores.ts'
import { ApiFailure } from './api-failure.ts'
import type { StoreAccess, UserCaller } from './caller.ts'
import { accessCheck, describeAccess, enforceAccess } from './route-access.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True on the few routes that a person with a temporary password needs to get a real one. */
    temporaryPasswordAllowed?: boolean
  }
}

/** Errors: throws `not_signed_in` for strangers and keys, `password_change_required`. */
function requireUser(request: FastifyRequest): UserCaller {
  const { caller } = request
  if (caller?.kind !== 'user') throw new ApiFailure('not_signed_in')
  if (caller.mustChangePassword && !request.routeOptions.config.temporaryPasswordAllowed)
    throw new ApiFailure('password_change_required')
  return caller
}

function storeIdOf(request: FastifyRequest): string {
  const { store } = request.params as { store?: string }
  if (store === undefined) throw new Error(`${request.routeOptions.url} asks for a permission but has no {store}`)
  return store
}

async function accessOf(context: Context, user: UserCaller, id: string): Promise<StoreAccess | null> {
  if (!user.isOwner) return findStoreOf(context, user.id, id)
  const store = await findStore(context, id)
  return store && { store, role: 'owner' }
}

/**
 * The caller's right in the shop of the path. A shop that does not exist and one that is not the caller's answer alike.
 * Errors: throws `not_signed_in`, `unknown_store`, `not_permitted`.
 */
async function allowInStore(context: Context, request: FastifyRequest, permission: Permission): Promise<void> {
  const user = requireUser(request)
  const id = storeIdOf(request)
  const access = await accessOf(context, user, id)
  if (!access) throw new ApiFailure('unknown_store', { store: id })
  if (!roleAllows(access.role, permission)) throw new ApiFailure('not_permitted', { permission })
  request.storeAccess = access
}

/** A key opens what its scope says in its own shop and nothing else; a person needs that permission there. */
async function allowKey(context: Context, request: FastifyRequest, scope: KeyScope): Promise<void> {
  const { caller } = request
  if (caller?.kind !== 'key' || caller.scope !== scope) return allowInStore(context, request, scope)
  if (caller.store.id !== storeIdOf(request)) throw new ApiFailure('invalid_event_key')
  request.storeAccess = { store: caller.store, role: 'technology' }
}

/**
 * Gives the app its access checks and makes sure that every route registered from here on uses one.
 * Errors: a route without a check, or with two, fails at start.
 */
export function addAccess(app: FastifyInstance, context: Context): void {
  const signedIn = async (request: FastifyRequest): Promise<void> => {
    requireUser(request)
  }
  const owner = async (request: FastifyRequest): Promise<void> => {
    if (!requireUser(request).isOwner) throw new ApiFailure('not_permitted', { permission: 'owner' })
  }
  app.decorateRequest('caller', null)
  app.decorateRequest('storeAccess', null)
  app.decorate('routeAccess', [])
  app.decorate(
    'publicRoute',
    accessCheck({ kind: 'public' }, async () => {}),
  )
  app.decorate('requireSignIn', accessCheck({ kind: 'signedIn' }, signedIn))
  app.decorate('requireOwner', accessCheck({ kind: 'owner' }, owner))
  app.decorate(
    'requireEventKey',
    accessCheck({ kind: 'permission', permission: 'events:write' }, (request) =>
      allowKey(context, request, 'events:write'),
    ),
  )
  app.decorate(
    'requireTradeKey',
    accessCheck({ kind: 'permission', permission: 'trade:write' }, (request) =>
      allowKey(context, request, 'trade:write'),
    ),
  )
  app.decorate('requirePermission', (permission: Permission) =>
    accessCheck({ kind: 'permission', permission }, (request) => allowInStore(context, request, permission)),
  )
  app.addHook('onRoute', (route) => {
    const access = enforceAccess(route)
    route.schema = { ...route.schema, security: [...describeAccess(access)] }
    for (const method of [route.method].flat()) app.routeAccess.push({ method, url: route.url, access })
  })
}
