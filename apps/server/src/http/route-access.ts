import { KEY_SCOPES, type Permission } from '@zhanggui/contract'
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'

/** What a route asks of its caller. Every route declares one; a route without one stops the server from starting. */
export type RouteAccess =
  | { kind: 'public' }
  | { kind: 'signedIn' }
  | { kind: 'owner' }
  | { kind: 'permission'; permission: Permission }

export type AccessCheck = ((request: FastifyRequest, reply: FastifyReply) => Promise<void>) & {
  readonly access: RouteAccess
}

export const accessCheck = (access: RouteAccess, check: (request: FastifyRequest) => Promise<void>): AccessCheck =>
  Object.assign((request: FastifyRequest) => check(request), { access })

const isAccessCheck = (hook: unknown): hook is AccessCheck => typeof hook === 'function' && 'access' in hook

const asList = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/**
 * Takes a route's access check out of `preHandler` and puts it first in `onRequest`, so that a caller without the right
 * is turned away before a body is read or validated.
 * Errors: throws when the route declares none or two.
 */
export function enforceAccess(route: RouteOptions): RouteAccess {
  const hooks = asList(route.preHandler)
  const checks = hooks.filter(isAccessCheck)
  const [check] = checks
  if (!check || checks.length > 1)
    throw new Error(
      `${route.method} ${route.url} declares ${checks.length} accesses; use exactly one app.require… check`,
    )
  route.preHandler = hooks.filter((hook) => !isAccessCheck(hook))
  route.onRequest = [check, ...asList(route.onRequest)]
  return check.access
}

const isKeyScope = (permission: Permission): boolean => KEY_SCOPES.some((scope) => scope === permission)

/** The access in the words of OpenAPI: any one of these opens the route; an empty list means everybody. */
export function describeAccess(access: RouteAccess): Record<string, string[]>[] {
  if (access.kind === 'public') return []
  if (access.kind !== 'permission') return [{ session: access.kind === 'owner' ? ['owner'] : [] }]
  const session = { session: [access.permission] }
  return isKeyScope(access.permission) ? [session, { eventKey: [access.permission] }] : [session]
}
