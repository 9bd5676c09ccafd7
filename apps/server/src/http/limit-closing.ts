import type { FastifyInstance } from 'fastify'

/** An export may take seconds; a page that watches a job would keep its stream for hours. */
export const CLOSING_PATIENCE_MS = 10_000

/**
 * A stop waits for calls that are under way, but not for ever: what still hangs after a while is cut. A caller who is answered
 * meanwhile is told that this was the last answer, else his open connection would hold the stop up until then.
 */
export function limitClosing(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined
  let closing = false
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close')
    done(null, payload)
  })
  app.addHook('preClose', async () => {
    closing = true
    timer = setTimeout(() => app.server.closeAllConnections(), CLOSING_PATIENCE_MS)
  })
  app.addHook('onClose', async () => clearTimeout(timer))
}
