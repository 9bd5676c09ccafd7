import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Settings } from '../settings.ts'

/**
 * What a browser may do with our pages: load from this address only, be framed by nobody, tell no other site where it was.
 * Ant Design writes its styles into the page as it runs, hence inline styles; scripts come from files only.
 */
export function addSecurityHeaders(app: FastifyInstance, settings: Settings): void {
  const overTls = settings.publicUrl?.startsWith('https:') ?? false
  app.register(helmet, {
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
}
