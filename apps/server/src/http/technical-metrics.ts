import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, type Metric, Registry } from 'prom-client'

/** Bucket edges in seconds, close together where a dashboard query should fall. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * `/metrics` for Prometheus: the process, and requests by route and status. Counts and times only: no shop, person or
 * figure of the business, so it needs no sign-in.
 * @param counters of modules that count for themselves.
 */
export function addTechnicalMetrics(app: FastifyInstance, counters: readonly Metric[] = []): void {
  const registry = new Registry()
  for (const counter of counters) registry.registerMetric(counter)
  collectDefaultMetrics({ register: registry, prefix: 'zhanggui_' })
  const duration = new Histogram({
    name: 'zhanggui_http_request_seconds',
    help: 'Time to answer, by route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })
  app.addHook('onResponse', (request, reply, done) => {
    // The pattern, never the address itself: addresses name shops, and each new one would be a series of its own.
    const route = request.routeOptions.url ?? 'page'
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', { preHandler: app.publicRoute, schema: { hide: true } }, async (_request, reply) => {
    reply.type(registry.contentType)
    return registry.metrics()
  })
  app.addHook('onClose', async () => registry.clear())
}
