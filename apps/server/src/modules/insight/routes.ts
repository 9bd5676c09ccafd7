import {
  CohortExport,
  CohortRequest,
  CohortResult,
  Diagnosis,
  ForecastRequest,
  ForecastResult,
  FunnelRequest,
  FunnelResult,
  InsightRange,
  MetricDictionary,
  QueryExport,
  QueryRequest,
  QueryResult,
  SeasonOutlookAnswer,
  SeasonOutlookQuery,
  StoreId,
  TrafficStructure,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { storeOf } from '../../http/caller.ts'
import { askerOf } from './asker-of.ts'
import { diagnose } from './diagnose.ts'
import { exportCohorts } from './export-cohorts.ts'
import { exportQuery } from './export-query.ts'
import { runForecast } from './forecast/run-forecast.ts'
import { metricDictionary } from './metric-dictionary.ts'
import { rankRoutes } from './ranks/rank-routes.ts'
import { runCohorts } from './run-cohorts.ts'
import { runFunnel } from './run-funnel.ts'
import { runQuery } from './run-query.ts'
import { readSeasonOutlook } from './season/read-season-outlook.ts'
import { trafficStructure } from './traffic-structure.ts'

const StorePath = z.object({ store: StoreId })

/** The metric dictionary and every question that is asked of it. */
export const insightRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const reader = app.requirePermission('metrics:read')
    await app.register(rankRoutes(context))

    app.get(
      '/v1/metrics',
      { preHandler: app.requireSignIn, schema: { response: { 200: MetricDictionary } } },
      async () => metricDictionary(),
    )

    app.post(
      '/v1/stores/:store/query',
      { preHandler: reader, schema: { params: StorePath, body: QueryRequest, response: { 200: QueryResult } } },
      (request) => runQuery(context, storeOf(request), request.body, askerOf(request)),
    )

    for (const format of ['csv', 'xlsx'] as const)
      app.get(
        `/v1/stores/:store/query.${format}`,
        { preHandler: app.requirePermission('data:export'), schema: { params: StorePath, querystring: QueryExport } },
        async (request, reply) => {
          const input = { asked: request.query, format, asker: askerOf(request) }
          const { name, type, bytes } = await exportQuery(context, storeOf(request), input)
          return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
        },
      )

    app.post(
      '/v1/stores/:store/funnel',
      { preHandler: reader, schema: { params: StorePath, body: FunnelRequest, response: { 200: FunnelResult } } },
      (request) => runFunnel(context, storeOf(request), request.body),
    )

    app.post(
      '/v1/stores/:store/cohorts',
      { preHandler: reader, schema: { params: StorePath, body: CohortRequest, response: { 200: CohortResult } } },
      (request) => runCohorts(context, storeOf(request), request.body),
    )

    app.get(
      '/v1/stores/:store/cohorts.csv',
      { preHandler: app.requirePermission('data:export'), schema: { params: StorePath, querystring: CohortExport } },
      async (request, reply) => {
        const { name, type, bytes } = await exportCohorts(context, storeOf(request), request.query)
        return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
      },
    )

    app.post(
      '/v1/stores/:store/forecast',
      { preHandler: reader, schema: { params: StorePath, body: ForecastRequest, response: { 200: ForecastResult } } },
      (request) => runForecast(context, storeOf(request), request.body, askerOf(request)),
    )

    app.get(
      '/v1/stores/:store/season-outlook',
      {
        preHandler: reader,
        schema: { params: StorePath, querystring: SeasonOutlookQuery, response: { 200: SeasonOutlookAnswer } },
      },
      (request) => readSeasonOutlook(context, storeOf(request), request.query, askerOf(request)),
    )

    app.get(
      '/v1/stores/:store/diagnosis',
      {
        preHandler: reader,
        schema: { params: StorePath, querystring: InsightRange, response: { 200: Diagnosis } },
      },
      (request) => diagnose(context, storeOf(request), request.query, askerOf(request)),
    )

    app.get(
      '/v1/stores/:store/traffic',
      {
        preHandler: reader,
        schema: { params: StorePath, querystring: InsightRange, response: { 200: TrafficStructure } },
      },
      (request) => trafficStructure(context, storeOf(request), request.query, askerOf(request)),
    )
  }
