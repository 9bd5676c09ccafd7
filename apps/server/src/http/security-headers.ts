import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import helmet, { type HelmetOptions } from 'helmet'
import type { Settings } from '../settings.ts'

/**
 * What a browser may do with our pages: load from this address only, be framed by nobody, tell no other site where it was.
 * Ant Design writes its styles into the page as it runs, hence inline styles; scripts come from files only.
 */
const optionsFor = (overTls: boolean): HelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      // Charts are copied as PNG through data: and blob: addresses.
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: overTls ? { maxAge: 31_536_000 } : false,
  // It would keep a page that is served over plain HTTP on a local network from working.
  crossOriginOpenerPolicy: overTls,
  originAgentCluster: overTls,
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
})

/** What the library writes on an answer. It is the same on each, so it is asked once and not with every request. */
function headersBy(options: HelmetOptions): readonly (readonly [string, string])[] {
  const written: [string, string][] = []
  const answer = {
    setHeader: (name: string, value: string) => written.push([name, value]),
    removeHeader: () => undefined,
  }
  helmet(options)({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined)
  return written
}

/** On every answer, whoever writes it. */
export function addSecurityHeaders(app: FastifyInstance, settings: Settings): void {
  const headers = headersBy(optionsFor(settings.publicUrl?.startsWith('https:') ?? false))
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value)
    done()
  })
}
