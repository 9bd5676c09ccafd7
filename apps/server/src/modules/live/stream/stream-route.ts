import { once } from 'node:events'
import { StoreId } from '@zhanggui/contract'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { createBoardRooms } from './board-rooms.ts'
import { sseWatcher } from './sse-watcher.ts'

/** A stream ends after this and the page opens the next: so a right that was taken away ends soon. */
const STREAM_MS = 15 * 60_000
/** What the page waits before it comes back after a broken line. */
const RETRY_MS = 1000

function openStream(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy that gathers answers would hold every message back.
    'x-accel-buffering': 'no',
  })
  reply.raw.write(`retry: ${RETRY_MS}\n\n`)
}

/** A page asks for a stream of events; whoever does not (a shell, a script) is given the board as it stands, and the end. */
const wantsStream = (accept: string | undefined): boolean => accept?.includes('text/event-stream') ?? false

/** Server-sent events of a shop's running day; see the contract's `LiveChange`. */
export const streamRoute =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const rooms = createBoardRooms(context)
    const streams = new Set<FastifyReply['raw']>()
    app.addHook('preClose', async () => {
      rooms.close()
      for (const raw of streams) raw.end()
    })

    app.get(
      '/v1/stores/:store/live/stream',
      {
        preHandler: app.requirePermission('metrics:read'),
        schema: { params: z.object({ store: StoreId }), headers: z.object({ 'last-event-id': z.string().optional() }) },
      },
      async (request, reply) => {
        openStream(reply)
        const { raw } = reply
        streams.add(raw)
        const ended = setTimeout(() => raw.end(), STREAM_MS)
        const gone = Promise.race(['close', 'finish'].map((event) => once(raw, event)))
        const lastId = request.headers['last-event-id']
        const leave = await rooms.watch(storeOf(request), (room) => sseWatcher(raw, room), lastId)
        if (!wantsStream(request.headers.accept)) raw.end()
        await gone
        clearTimeout(ended)
        streams.delete(raw)
        leave()
      },
    )
  }
