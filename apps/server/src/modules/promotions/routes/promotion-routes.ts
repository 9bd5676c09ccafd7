import {
  ApprovePromotion,
  ChangePromotion,
  CreatePromotion,
  PromotionApproval,
  PromotionDetail,
  PromotionNotice,
  PromotionNoticeQuery,
  PromotionQuery,
  PromotionSummary,
  PromotionVersion,
  StopPromotion,
  StoreId,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { checkPromotion } from '../questions/check-promotion.ts'
import { approvePromotion } from '../records/approve-promotion.ts'
import { listPromotions, listVersions, readPromotion } from '../records/list-promotions.ts'
import { listNotices } from '../records/notices.ts'
import { stopPromotion } from '../records/stop-promotion.ts'
import { changePromotion, createPromotion, removePromotion } from '../records/write-promotion.ts'

export const StorePath = z.object({ store: StoreId })
export const PROMOTIONS_PATH = '/v1/stores/:store/promotions'
export const PromotionPath = StorePath.extend({ promotion: z.string().max(80) })

/** 200 rules that list their goods. */
export const RULES_BYTES = 16 * 1024 * 1024

/** Promotions of a shop: written, checked, approved, stopped. */
export const promotionRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const one = `${PROMOTIONS_PATH}/:promotion`
    const params = PromotionPath

    app.get(
      PROMOTIONS_PATH,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: PromotionQuery, response: { 200: z.array(PromotionSummary) } },
      },
      (request) => listPromotions(context, storeOf(request).id, request.query),
    )

    app.post(
      PROMOTIONS_PATH,
      {
        preHandler: mayWrite,
        bodyLimit: RULES_BYTES,
        schema: { params: StorePath, body: CreatePromotion, response: { 201: PromotionDetail } },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        const id = await createPromotion(context, caller, request.body)
        return reply.status(201).send(await readPromotion(context, caller, id))
      },
    )

    app.get(one, { preHandler: mayRead, schema: { params, response: { 200: PromotionDetail } } }, (request) =>
      readPromotion(context, callerOf(request), request.params.promotion),
    )

    app.put(
      one,
      {
        preHandler: mayWrite,
        bodyLimit: RULES_BYTES,
        schema: { params, body: ChangePromotion, response: { 200: PromotionDetail } },
      },
      async (request) => {
        const caller = callerOf(request)
        await changePromotion(context, caller, request.params.promotion, request.body)
        return readPromotion(context, caller, request.params.promotion)
      },
    )

    app.delete(one, { preHandler: mayWrite, schema: { params } }, async (request, reply) => {
      await removePromotion(context, callerOf(request), request.params.promotion)
      return reply.status(204).send()
    })

    app.get(
      `${one}/versions`,
      { preHandler: mayRead, schema: { params, response: { 200: z.array(PromotionVersion) } } },
      (request) => listVersions(context, { store: storeOf(request).id, promotion: request.params.promotion }),
    )

    app.post(
      `${one}/check`,
      { preHandler: mayWrite, schema: { params, response: { 200: PromotionDetail } } },
      async (request) => {
        const caller = callerOf(request)
        await checkPromotion(context, caller, storeOf(request), request.params.promotion)
        return readPromotion(context, caller, request.params.promotion)
      },
    )

    app.post(
      `${one}/approve`,
      {
        preHandler: mayWrite,
        schema: { params, body: ApprovePromotion, response: { 200: PromotionApproval, 202: PromotionApproval } },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        const { promotion } = request.params
        const { version, reason } = request.body
        const asked = await approvePromotion(context, caller, storeOf(request), { promotion, version, reason })
        const answer = { ...asked, promotion: await readPromotion(context, caller, promotion) }
        return reply.status(asked.performed ? 200 : 202).send(answer)
      },
    )

    app.post(
      `${one}/stop`,
      { preHandler: mayWrite, schema: { params, body: StopPromotion, response: { 200: PromotionDetail } } },
      async (request) => {
        const caller = callerOf(request)
        await stopPromotion(context, caller, request.params.promotion, request.body.reason)
        return readPromotion(context, caller, request.params.promotion)
      },
    )

    app.get(
      '/v1/stores/:store/promotion-notices',
      {
        preHandler: mayRead,
        schema: {
          params: StorePath,
          querystring: PromotionNoticeQuery,
          response: { 200: z.array(PromotionNotice) },
        },
      },
      (request) => listNotices(context, storeOf(request).id, request.query),
    )
  }
