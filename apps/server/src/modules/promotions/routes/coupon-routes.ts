import {
  BuyerCoupons,
  ClaimCoupon,
  Coupon,
  CouponBatch,
  CouponPage,
  CouponQuery,
  IssueCoupons,
  MadeCodes,
  MakeCodes,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { claimCoupon } from '../coupons/claim-coupon.ts'
import { makeCodes } from '../coupons/codes.ts'
import { issueCoupons } from '../coupons/issue-coupons.ts'
import { couponsOfBuyer, listBatches, listCoupons, readBatch } from '../coupons/list-coupons.ts'
import { settleCouponSubsidy } from '../coupons/settle-subsidy.ts'
import { StorePath } from './promotion-routes.ts'

const BATCHES = '/v1/stores/:store/coupon-batches'
const COUPONS = '/v1/stores/:store/coupons'
const BatchPath = StorePath.extend({ batch: z.string().max(80) })

/** Coupons: issued in batches, claimed one by one, looked at. */
export const couponRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')

    app.get(
      BATCHES,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(CouponBatch) } } },
      (request) => listBatches(context, storeOf(request).id),
    )

    app.post(
      BATCHES,
      { preHandler: mayWrite, schema: { params: StorePath, body: IssueCoupons, response: { 201: CouponBatch } } },
      async (request, reply) => {
        const id = await issueCoupons(context, callerOf(request), request.body)
        return reply.status(201).send(await readBatch(context, storeOf(request).id, id))
      },
    )

    app.get(
      `${BATCHES}/:batch`,
      { preHandler: mayRead, schema: { params: BatchPath, response: { 200: CouponBatch } } },
      (request) => readBatch(context, storeOf(request).id, request.params.batch),
    )

    app.post(
      `${BATCHES}/:batch/codes`,
      { preHandler: mayWrite, schema: { params: BatchPath, body: MakeCodes, response: { 201: MadeCodes } } },
      async (request, reply) => {
        const codes = await makeCodes(context, callerOf(request), request.params.batch, request.body)
        return reply.status(201).send({ codes })
      },
    )

    app.post(
      `${BATCHES}/:batch/settle`,
      {
        preHandler: app.requirePermission('budget:post'),
        schema: { params: BatchPath, response: { 200: z.object({ posted: z.number().int() }) } },
      },
      async (request) => {
        const { batch } = request.params
        return { posted: await settleCouponSubsidy(context, callerOf(request), storeOf(request), batch) }
      },
    )

    app.get(
      COUPONS,
      { preHandler: mayRead, schema: { params: StorePath, querystring: CouponQuery, response: { 200: CouponPage } } },
      (request) => listCoupons(context, storeOf(request).id, request.query),
    )

    app.post(
      COUPONS,
      { preHandler: mayWrite, schema: { params: StorePath, body: ClaimCoupon, response: { 200: Coupon } } },
      (request) => claimCoupon(context, storeOf(request), request.body),
    )

    app.post(
      `${COUPONS}/of-buyer`,
      { preHandler: mayRead, schema: { params: StorePath, body: BuyerCoupons, response: { 200: z.array(Coupon) } } },
      (request) => couponsOfBuyer(context, storeOf(request).id, request.body.buyerId),
    )
  }
