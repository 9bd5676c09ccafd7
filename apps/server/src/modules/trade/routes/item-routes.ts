import {
  AdjustTradeItem,
  ChangeTradeTerms,
  OpenTradeItem,
  StoreId,
  TradeItem,
  TradeItemPage,
  TradeItemQuery,
  TradeItemRef,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { adjustTradeItem, changeTradeTerms } from '../items/change-item.ts'
import { listTradeItems } from '../items/list-items.ts'
import { openTradeItem } from '../items/open-item.ts'
import { readTradeItem } from '../items/read-item.ts'

const StorePath = z.object({ store: StoreId })
const ItemPath = StorePath.extend({ item: TradeItemRef })
const ITEMS = '/v1/stores/:store/trade/items'
const ITEM = `${ITEMS}/:item`

/** Stock in the order core: opened, adjusted, put under terms, looked at. */
export const itemRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('products:write')

    app.get(
      ITEMS,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: TradeItemQuery, response: { 200: TradeItemPage } },
      },
      (request) => listTradeItems(context, storeOf(request).id, request.query),
    )

    app.post(
      ITEMS,
      { preHandler: mayWrite, schema: { params: StorePath, body: OpenTradeItem, response: { 201: TradeItem } } },
      async (request, reply) => reply.status(201).send(await openTradeItem(context, callerOf(request), request.body)),
    )

    app.get(ITEM, { preHandler: mayRead, schema: { params: ItemPath, response: { 200: TradeItem } } }, (request) =>
      readTradeItem(context, storeOf(request).id, request.params.item),
    )

    app.post(
      `${ITEM}/adjust`,
      { preHandler: mayWrite, schema: { params: ItemPath, body: AdjustTradeItem, response: { 200: TradeItem } } },
      (request) => adjustTradeItem(context, callerOf(request), request.params.item, request.body),
    )

    app.put(
      `${ITEM}/terms`,
      { preHandler: mayWrite, schema: { params: ItemPath, body: ChangeTradeTerms, response: { 200: TradeItem } } },
      (request) => changeTradeTerms(context, callerOf(request), request.params.item, request.body),
    )
  }
