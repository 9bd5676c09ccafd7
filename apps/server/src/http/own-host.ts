import type { FastifyRequest } from 'fastify'
import type { Settings } from '../settings.ts'
import { ApiFailure } from './api-failure.ts'

const LOOPBACK = /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

const hostnameOf = (host: string): string => URL.parse(`http://${host}`)?.hostname ?? ''

/**
 * A server that listens on this machine only is reached under this machine's names. Another name in `Host` means that a
 * strange site had its own name point here (DNS rebinding), to act as a page of ours in a visitor's browser; or that a proxy
 * stands in front, which `ZHANGGUI_PUBLIC_URL` names.
 * Errors: the returned check throws `unknown_host`.
 */
export function createHostCheck({ host, publicUrl }: Settings): (request: FastifyRequest) => void {
  const listensHere = LOOPBACK.test(host) || host === '::1'
  const publicHost = publicUrl === undefined ? undefined : URL.parse(publicUrl)?.hostname
  return (request) => {
    const name = hostnameOf(request.headers.host ?? '')
    if (listensHere && name !== publicHost && !LOOPBACK.test(name)) throw new ApiFailure('unknown_host', { host: name })
  }
}
