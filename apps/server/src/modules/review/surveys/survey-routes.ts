import {
  AnswersImported,
  ImportAnswers,
  PlanSurveyChange,
  StoreId,
  Survey,
  SurveyAnswerList,
  SurveyAnswerQuery,
  SurveyChange,
  SurveyList,
} from '@zhanggui/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { importAnswers } from './import-answers.ts'
import { listAnswers } from './list-answers.ts'
import { dropChange, planChange } from './plan-change.ts'
import { listSurveys, readSurvey } from './read-survey.ts'

const StorePath = z.object({ store: StoreId })
const SurveyPath = StorePath.extend({ survey: z.string().max(60) })
const ChangePath = SurveyPath.extend({ change: z.coerce.number().int().min(1) })
const path = '/v1/stores/:store/review/surveys'
const FILE_BYTES = 8 * 1024 * 1024

const keyOf = (request: FastifyRequest, survey: string) => ({ store: storeOf(request).id, survey })

/** Surveys: what was answered, answers taken in, what they change next year. */
export const surveyRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')

    app.get(path, { preHandler: mayRead, schema: { params: StorePath, response: { 200: SurveyList } } }, (request) =>
      listSurveys(context, storeOf(request).id),
    )

    app.get(
      `${path}/:survey`,
      { preHandler: mayRead, schema: { params: SurveyPath, response: { 200: Survey } } },
      (request) => readSurvey(context, keyOf(request, request.params.survey)),
    )

    app.get(
      `${path}/:survey/answers`,
      {
        preHandler: mayRead,
        schema: { params: SurveyPath, querystring: SurveyAnswerQuery, response: { 200: SurveyAnswerList } },
      },
      (request) => listAnswers(context, keyOf(request, request.params.survey), request.query),
    )

    app.post(
      `${path}/:survey/answers`,
      {
        preHandler: app.requirePermission('data:import'),
        bodyLimit: FILE_BYTES,
        schema: { params: SurveyPath, body: ImportAnswers, response: { 200: AnswersImported } },
      },
      (request) => {
        const to = { caller: callerOf(request), survey: request.params.survey }
        return importAnswers(context, storeOf(request), to, request.body)
      },
    )

    app.post(
      `${path}/:survey/changes`,
      {
        preHandler: mayWrite,
        schema: { params: SurveyPath, body: PlanSurveyChange, response: { 201: SurveyChange } },
      },
      async (request, reply) => {
        const key = keyOf(request, request.params.survey)
        return reply.code(201).send(await planChange(context, callerOf(request), key, request.body))
      },
    )

    app.delete(
      `${path}/:survey/changes/:change`,
      { preHandler: mayWrite, schema: { params: ChangePath, response: { 204: z.null() } } },
      async (request, reply) => {
        const key = keyOf(request, request.params.survey)
        await dropChange(context, callerOf(request), key, request.params.change)
        return reply.code(204).send(null)
      },
    )
  }
