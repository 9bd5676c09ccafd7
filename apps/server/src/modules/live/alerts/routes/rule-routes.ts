import {
  AddedFromLibrary,
  AddFromLibrary,
  AlertLibrary,
  AlertReplay,
  AlertRuleInfo,
  ChangeAlertRule,
  CreateAlertRule,
  ReplayAlert,
  SwitchAlertRule,
  WatchedMetric,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { storeOf } from '../../../../http/caller.ts'
import { callerOf } from '../../../admin/routes/resource-routes.ts'
import { askerOf } from '../../../insight/asker-of.ts'
import { listRules, readLibrary, readRule } from '../rules/list-rules.ts'
import { replayAlert } from '../rules/replay-rule.ts'
import { addFromLibrary, changeRule, createRule, removeRule, switchRule } from '../rules/write-rule.ts'
import { listWatched } from '../series/watched-metric.ts'
import { RulePath, STORE, StorePath } from './paths.ts'

const RULES = `${STORE}/alert-rules`

/** Rules of alerts: what is shipped, what the shop watches, and how often it would have fired. */
export const ruleRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const one = `${RULES}/:rule`
    const params = RulePath

    app.get(
      `${STORE}/alert-metrics`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(WatchedMetric) } } },
      (request) => listWatched().filter(({ permission }) => askerOf(request).may(permission)),
    )

    app.get(
      `${STORE}/alert-library`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: AlertLibrary } } },
      (request) => readLibrary(context, storeOf(request).id),
    )

    app.post(
      `${STORE}/alert-library`,
      {
        preHandler: mayWrite,
        schema: { params: StorePath, body: AddFromLibrary, response: { 200: AddedFromLibrary } },
      },
      async (request) => ({ added: await addFromLibrary(context, callerOf(request), request.body.ids) }),
    )

    app.post(
      `${STORE}/alert-replay`,
      { preHandler: mayRead, schema: { params: StorePath, body: ReplayAlert, response: { 200: AlertReplay } } },
      (request) => replayAlert(context, storeOf(request), request.body, askerOf(request)),
    )

    app.get(
      RULES,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(AlertRuleInfo) } } },
      (request) => listRules(context, storeOf(request).id),
    )

    app.post(
      RULES,
      { preHandler: mayWrite, schema: { params: StorePath, body: CreateAlertRule, response: { 201: AlertRuleInfo } } },
      async (request, reply) => {
        await createRule(context, callerOf(request), request.body)
        return reply.status(201).send(await readRule(context, storeOf(request).id, request.body.id))
      },
    )

    app.get(one, { preHandler: mayRead, schema: { params, response: { 200: AlertRuleInfo } } }, (request) =>
      readRule(context, storeOf(request).id, request.params.rule),
    )

    app.put(
      one,
      { preHandler: mayWrite, schema: { params, body: ChangeAlertRule, response: { 200: AlertRuleInfo } } },
      async (request) => {
        await changeRule(context, callerOf(request), request.params.rule, request.body)
        return readRule(context, storeOf(request).id, request.params.rule)
      },
    )

    app.put(
      `${one}/enabled`,
      { preHandler: mayWrite, schema: { params, body: SwitchAlertRule, response: { 200: AlertRuleInfo } } },
      async (request) => {
        await switchRule(context, callerOf(request), request.params.rule, request.body.enabled)
        return readRule(context, storeOf(request).id, request.params.rule)
      },
    )

    app.delete(one, { preHandler: mayWrite, schema: { params } }, async (request, reply) => {
      await removeRule(context, callerOf(request), request.params.rule)
      return reply.status(204).send()
    })
  }
