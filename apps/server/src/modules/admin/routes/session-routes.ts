import { ChangePassword, OpenSession, SessionInfo, SignInRequest } from '@zhanggui/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { userOf } from '../../../http/caller.ts'
import { originOf } from '../../../http/recognise-caller.ts'
import { createSignInLimits } from '../../../http/sign-in-limits.ts'
import type { Identity } from '../identity/identity.ts'
import { forgetExpiredSessions } from '../identity/session-life.ts'
import { listOpenSessions, revokeSession } from '../open-sessions.ts'
import { readSessionInfo } from '../session-info.ts'
import { changePassword } from '../users.ts'

/**
 * Signs a person in and sets the cookie. The session of before, if any, is ended: it would otherwise stay open unseen.
 * Errors: throws `wrong_credentials`.
 */
export async function openSession(
  { context, identity }: { context: Context; identity: Identity },
  credentials: SignInRequest,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<SessionInfo> {
  const recognised = await identity.signIn(originOf(request), credentials)
  if (!recognised) throw new ApiFailure('wrong_credentials')
  await forgetExpiredSessions(context)
  if (request.caller?.kind === 'user') await identity.signOut(originOf(request))
  reply.removeHeader('set-cookie')
  for (const cookie of recognised.setCookies) reply.header('set-cookie', cookie)
  return readSessionInfo(context, recognised.user)
}

/** Signing in and out, one's own password and open sessions. */
export const sessionRoutes =
  (context: Context, identity: Identity): FastifyPluginAsyncZod =>
  async (app) => {
    const limitTries = createSignInLimits(app)
    const own = { preHandler: app.requireSignIn, config: { temporaryPasswordAllowed: true } }

    app.get('/v1/session', { preHandler: app.publicRoute, schema: { response: { 200: SessionInfo } } }, (request) =>
      readSessionInfo(context, request.caller),
    )

    app.post(
      '/v1/session',
      { preHandler: app.publicRoute, schema: { body: SignInRequest, response: { 200: SessionInfo } } },
      async (request, reply) => {
        await limitTries(request, request.body.email)
        return openSession({ context, identity }, request.body, { request, reply })
      },
    )

    app.delete('/v1/session', { preHandler: app.publicRoute }, async (request, reply) => {
      reply.removeHeader('set-cookie')
      for (const cookie of await identity.signOut(originOf(request))) reply.header('set-cookie', cookie)
      return reply.status(204).send()
    })

    app.put('/v1/session/password', { ...own, schema: { body: ChangePassword } }, async (request, reply) => {
      const user = userOf(request)
      // Somebody at an unlocked screen must not be able to guess the password either.
      await limitTries(request, user.email)
      await changePassword(context, identity, user, request.body)
      return reply.status(204).send()
    })

    app.get('/v1/sessions', { ...own, schema: { response: { 200: z.array(OpenSession) } } }, (request) =>
      listOpenSessions(context, userOf(request)),
    )

    app.delete(
      '/v1/sessions/:id',
      { ...own, schema: { params: z.object({ id: z.string() }) } },
      async (request, reply) => {
        await revokeSession(context, userOf(request), request.params.id)
        return reply.status(204).send()
      },
    )
  }
