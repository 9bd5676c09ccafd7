import { EventsResult, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { storeOf } from '../../http/caller.ts'
import { createEventIntake } from './event-intake.ts'

const StorePath = z.object({ store: StoreId })

/** Event intake. Bodies stay bytes until the intake reads them: they may be packed, and are checked one event at a time. */
export const trafficRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const intake = createEventIntake(context)
    app.loadGauges.set('events', () => intake.waiting())
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    app.post(
      '/v1/stores/:store/events',
      {
        preHandler: app.requireEventKey,
        bodyLimit: context.settings.eventBatchMb << 20,
        schema: { params: StorePath, response: { 200: EventsResult } },
      },
      (request) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        return intake.ingest(storeOf(request), body, request.headers['content-encoding'])
      },
    )
  }
