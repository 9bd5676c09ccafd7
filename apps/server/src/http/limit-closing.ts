import type { FastifyInstance } from 'fastify'

/** An export may take seconds; a page that watches a job would keep its stream for hours. */
const PATIENCE_MS = 10_000

/** A stop waits for calls that are under way, but not for ever: what still hangs after a while is cut. */
export function limitClosing(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    timer = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS)
  })
  app.addHook('onClose', async () => clearTimeout(timer))
}
