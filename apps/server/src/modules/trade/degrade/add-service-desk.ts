import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { LoadWatch } from './load-watch.ts'
import { ServiceDesk, type ServiceDeskOptions } from './service-desk.ts'
import { shedFrom } from './shed-ladder.ts'

/** So long somebody whose request is left out should wait, by level. */
const RETRY_SECONDS = { 1: 60, 2: 30, 3: 15 } as const

/** Leaves out what is not essential while orders need the room (P7.07); before a request is read or its caller looked up. */
export function addServiceDesk(
  app: FastifyInstance,
  context: Context,
  options: ServiceDeskOptions = {},
): { desk: ServiceDesk; watch: LoadWatch } {
  const watch = new LoadWatch()
  const desk = new ServiceDesk(context, () => watch.read(), options)
  app.addHook('onRequest', (request, reply, done) => {
    const shed = shedFrom(request)
    if (!shed || shed.level === 0 || desk.levelOf(shed.store) < shed.level) return done()
    const seconds = RETRY_SECONDS[shed.level]
    reply.header('retry-after', String(seconds))
    done(new ApiFailure('left_out', { seconds }))
  })
  app.addHook('onReady', async () => desk.start())
  app.addHook('onClose', () => desk.stop())
  return { desk, watch }
}
