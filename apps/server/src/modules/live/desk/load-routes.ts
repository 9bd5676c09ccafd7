import { LiveLoad, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { judgeLoad } from './judge-load.ts'

const StorePath = z.object({ store: StoreId })

/** How loaded this server process is: what it answers, what fails, what waits, and how much of it is used (P7.09). */
export const loadRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/live/load',
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, response: { 200: LiveLoad } },
      },
      () => {
        const queues = [...app.loadGauges].map(([id, read]) => ({ id, ...read() }))
        const figures = { ...app.load.read(), memoryBytes: process.memoryUsage.rss(), queues }
        return { now: context.clock.now().toISOString(), ...figures, verdict: judgeLoad(figures) }
      },
    )
  }
