import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiFailure } from './api-failure.ts'

/** Vite puts a hash of the content into the names under `assets/`, so such a file never changes. */
const isHashed = (path: string): boolean => path.startsWith('assets/')

const cacheControl = (path: string): string => (isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache')

const isPageRequest = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/v1/')

/** The path below the web folder that a request names; null when it is no clean path (`..`, NUL, bad escapes). */
function filePathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url, 'http://x').pathname).slice(1)
    return path.includes('\0') || path.includes('\\') || path.split('/').includes('..') ? null : path
  } catch {
    return null
  }
}

function sendPage(root: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = filePathOf(request.url)
  const isFile = path !== null && /\.\w+$/.test(path) && existsSync(join(root, path))
  if (path !== null && isHashed(path) && !isFile) throw new ApiFailure('not_found', { what: path })
  // Any other address is a page of the web app, which finds its own way.
  const file = isFile ? path : 'index.html'
  return reply.header('cache-control', cacheControl(file)).sendFile(file, { cacheControl: false })
}

/** Serves the built web app from `root` (with `.br` and `.gz` twins where they exist); unknown API addresses answer 404. */
export function addStaticWeb(app: FastifyInstance, root: string): void {
  const built = existsSync(join(root, 'index.html'))
  if (built) app.register(staticFiles, { root, serve: false, preCompressed: true })
  app.setNotFoundHandler((request, reply) => {
    if (!isPageRequest(request)) throw new ApiFailure('not_found', { what: `${request.method} ${request.url}` })
    if (built) return sendPage(root, request, reply)
    throw new ApiFailure('not_found', { what: 'apps/web/dist (npm run build:web)' })
  })
}
