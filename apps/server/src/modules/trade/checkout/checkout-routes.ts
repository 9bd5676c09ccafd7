import { CheckoutReport, PaymentLosses, PaymentLossesQuery, ReportDays } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { reportCheckout } from './report-checkout.ts'
import { reportPaymentLosses } from './report-payment-losses.ts'

/** Where checkouts are left; the steps themselves are a resource. */
export const checkoutRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/checkout-path',
      {
        preHandler: app.requirePermission('metrics:read'),
        schema: {
          params: z.object({ store: z.string() }),
          querystring: ReportDays,
          response: { 200: CheckoutReport },
        },
      },
      (request) => reportCheckout(context, storeOf(request), request.query),
    )
    app.get(
      '/v1/stores/:store/checkout-path/losses',
      {
        preHandler: app.requirePermission('metrics:read'),
        schema: {
          params: z.object({ store: z.string() }),
          querystring: PaymentLossesQuery,
          response: { 200: PaymentLosses },
        },
      },
      (request) => reportPaymentLosses(context, storeOf(request), request.query, askerOf(request)),
    )
  }
