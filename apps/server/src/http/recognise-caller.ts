import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { findEventKey } from '../modules/admin/event-keys.ts'
import type { Identity, RequestOrigin } from '../modules/admin/identity/identity.ts'
import { ApiFailure } from './api-failure.ts'
import type { Caller } from './caller.ts'

export const originOf = (request: FastifyRequest): RequestOrigin => ({
  cookie: request.headers.cookie,
  userAgent: request.headers['user-agent'],
  ip: request.ip,
})

/** The bearer secret of a request, if it has one. Such a request is never taken for a person: its cookies are not read. */
export function bearerOf(request: FastifyRequest): string | null {
  const match = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')
  return match?.[1] ?? null
}

async function callerByKey(context: Context, secret: string): Promise<Caller> {
  const key = await findEventKey(context, secret)
  if (!key) throw new ApiFailure('invalid_event_key')
  return { kind: 'key', ...key }
}

/**
 * Who the request comes from; null for a stranger. A session that is used is prolonged, hence the cookies.
 * Errors: throws `invalid_event_key` for a bearer secret that opens nothing.
 */
export async function recogniseCaller(
  { context, identity }: { context: Context; identity: Identity },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Caller | null> {
  const secret = bearerOf(request)
  if (secret) return callerByKey(context, secret)
  const recognised = await identity.recognise(originOf(request))
  if (!recognised) return null
  for (const cookie of recognised.setCookies) reply.header('set-cookie', cookie)
  return recognised.user
}
