import { PaymentNotice, ProviderList, Reconciliation } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { hearPayment } from './hear-payment.ts'
import { listProviders } from './list-providers.ts'
import { reconcileProvider } from './reconcile-provider.ts'

const PAYMENTS = '/v1/stores/:store/payments'
const StorePath = z.object({ store: z.string() })

/** Payment providers: how they are, what they tell, and their statements. */
export const paymentRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('trade:write')

    app.get(
      `${PAYMENTS}/providers`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: ProviderList } } },
      (request) => listProviders(context, storeOf(request).id),
    )

    app.post(
      `${PAYMENTS}/notices`,
      {
        preHandler: mayWrite,
        schema: { params: StorePath, body: PaymentNotice, response: { 200: z.object({ state: z.string() }) } },
      },
      async (request) => {
        const { state } = await hearPayment(context, storeOf(request).id, request.body)
        return { state }
      },
    )

    app.post(
      `${PAYMENTS}/providers/:provider/reconcile`,
      {
        preHandler: mayWrite,
        schema: { params: StorePath.extend({ provider: z.string().max(60) }), response: { 200: Reconciliation } },
      },
      (request) => reconcileProvider(context, { store: storeOf(request).id, provider: request.params.provider }),
    )
  }
