import { PriceAnswer, PriceQuestion, PromotionCatalogue } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { promotionCatalogue } from '../catalogue.ts'
import { askPrice } from '../price/ask-price.ts'
import { RULES_BYTES, StorePath } from './promotion-routes.ts'

/** What a cart costs; and what a rule can be made of. */
export const priceRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/promotion-catalogue',
      { preHandler: app.requireSignIn, schema: { response: { 200: PromotionCatalogue } } },
      async () => promotionCatalogue(),
    )

    app.post(
      '/v1/stores/:store/price',
      {
        preHandler: app.requirePermission('plan:read'),
        bodyLimit: RULES_BYTES,
        schema: { params: StorePath, body: PriceQuestion, response: { 200: PriceAnswer } },
      },
      (request) => askPrice(context, storeOf(request), request.body),
    )
  }
