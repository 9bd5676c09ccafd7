import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'

type Check = 'ok' | 'failed'

async function check(work: () => Promise<unknown>): Promise<Check> {
  try {
    await work()
    return 'ok'
  } catch {
    return 'failed'
  }
}

/** `/healthz`: the process answers. `/readyz`: both stores answer too; 503 while they do not, or while it is stopping. */
export function addHealthRoutes(app: FastifyInstance, context: Context): void {
  const options = { preHandler: app.publicRoute, schema: { hide: true }, logLevel: 'silent' } as const
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.get('/healthz', options, async () => ({ status: 'ok' }))
  app.get('/readyz', options, async (_request, reply) => {
    const records = await check(() => context.records.query('SELECT 1'))
    const facts = await check(() => context.facts.query('SELECT 1'))
    const ready = !stopping && records === 'ok' && facts === 'ok'
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready', records, facts })
  })
}
