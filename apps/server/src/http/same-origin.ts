import type { FastifyRequest } from 'fastify'
import { ApiFailure } from './api-failure.ts'
import { bearerOf } from './recognise-caller.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Turns away changes that another site makes with a visitor's cookie (CSRF). Browsers say where a request comes from in
 * `Sec-Fetch-Site`, older ones in `Origin`; a request with neither is no browser and carries no cookie by accident.
 * A bearer key is never sent by a browser on its own, so those pass.
 * Source: the rule of Go's net/http CrossOriginProtection.
 * Errors: throws `cross_origin`.
 */
export function refuseCrossOrigin(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method) || bearerOf(request)) return
  const { 'sec-fetch-site': site, origin, host } = request.headers
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new ApiFailure('cross_origin')
  } else if (origin !== undefined && URL.parse(origin)?.host !== host) throw new ApiFailure('cross_origin')
}
