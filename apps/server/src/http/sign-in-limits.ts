import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiFailure } from './api-failure.ts'

/** Tries a minute: for one e-mail from one address, and from one address altogether (an office shares one). */
const TRIES_PER_EMAIL = 10
const TRIES_PER_ADDRESS = 60

/**
 * Counts sign-in tries so that passwords cannot be guessed by machine. The e-mail alone is no key: a stranger could lock
 * somebody out by failing on purpose.
 * Errors: the returned check throws `too_many_requests` with the seconds to wait.
 */
export function createSignInLimits(app: FastifyInstance): (request: FastifyRequest, email: string) => Promise<void> {
  const emails = new WeakMap<FastifyRequest, string>()
  const byAddress = app.createRateLimit({ max: TRIES_PER_ADDRESS, timeWindow: '1 minute', keyGenerator: (r) => r.ip })
  const byEmail = app.createRateLimit({
    max: TRIES_PER_EMAIL,
    timeWindow: '1 minute',
    keyGenerator: (request) => `${request.ip} ${emails.get(request)}`,
  })
  return async (request, email) => {
    emails.set(request, email.toLowerCase())
    for (const limit of [byAddress, byEmail]) {
      const answer = await limit(request)
      if (!answer.isAllowed && answer.isExceeded)
        throw new ApiFailure('too_many_requests', { seconds: answer.ttlInSeconds })
    }
  }
}
