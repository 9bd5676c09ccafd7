import {
  BenchmarkGaps,
  DiagnosisRange,
  EngagementAnswer,
  GapInitiative,
  GapInitiativeMade,
  IssueList,
  StoreId,
  Weaknesses,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { findWeaknesses } from './find-weaknesses.ts'
import { makeInitiative } from './make-initiative.ts'
import { readBenchmarks } from './read-benchmarks.ts'
import { readEngagement } from './read-engagement.ts'
import { readIssues } from './read-issues.ts'

const StorePath = z.object({ store: StoreId })
const BenchmarkPath = StorePath.extend({ benchmark: z.string().max(80) })

/** What is weak, what others reach, what buyers complain of. */
export const diagnosisRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const reader = app.requirePermission('plan:read')
    const schema = { params: StorePath, querystring: DiagnosisRange }

    app.get(
      '/v1/stores/:store/review/weaknesses',
      { preHandler: reader, schema: { ...schema, response: { 200: Weaknesses } } },
      (request) => findWeaknesses(context, storeOf(request), request.query, askerOf(request)),
    )

    app.get(
      '/v1/stores/:store/review/benchmarks',
      { preHandler: reader, schema: { ...schema, response: { 200: BenchmarkGaps } } },
      (request) => readBenchmarks(context, storeOf(request), request.query, askerOf(request)),
    )

    app.post(
      '/v1/stores/:store/review/benchmarks/:benchmark/initiative',
      {
        preHandler: app.requirePermission('plan:write'),
        schema: { params: BenchmarkPath, body: GapInitiative, response: { 201: GapInitiativeMade } },
      },
      async (request, reply) => {
        const who = { store: storeOf(request), caller: callerOf(request), asker: askerOf(request) }
        const row = await makeInitiative(context, who, request.params.benchmark, request.body)
        return reply.code(201).send(row)
      },
    )

    app.get(
      '/v1/stores/:store/review/issues',
      { preHandler: reader, schema: { ...schema, response: { 200: IssueList } } },
      (request) => readIssues(context, storeOf(request), request.query, askerOf(request)),
    )

    app.get(
      '/v1/stores/:store/review/engagement',
      { preHandler: reader, schema: { ...schema, response: { 200: EngagementAnswer } } },
      (request) => readEngagement(context, storeOf(request), request.query, askerOf(request)),
    )
  }
