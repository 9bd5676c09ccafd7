import {
  ChangeChannel,
  ChannelInfo,
  ChannelTest,
  CreateChannel,
  DeliveryInfo,
  DeliveryQuery,
  SimulatedMessage,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { ChannelPath, STORE, StorePath } from '../alerts/routes/paths.ts'
import { listChannels, listDeliveries, readChannel, resendDead } from './list-channels.ts'
import { listSimulated } from './list-simulated.ts'
import { testChannel } from './test-channel.ts'
import { changeChannel, createChannel, removeChannel } from './write-channel.ts'

const CHANNELS = `${STORE}/notice-channels`

/** Channels that messages go out by, and the messages on their way. Only who manages the shop sees where they lead. */
export const channelRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayManage = app.requirePermission('store:manage')
    const one = `${CHANNELS}/:channel`
    const params = ChannelPath

    app.get(
      CHANNELS,
      { preHandler: mayManage, schema: { params: StorePath, response: { 200: z.array(ChannelInfo) } } },
      (request) => listChannels(context, storeOf(request).id),
    )
    app.post(
      CHANNELS,
      { preHandler: mayManage, schema: { params: StorePath, body: CreateChannel, response: { 201: ChannelInfo } } },
      async (request, reply) => {
        await createChannel(context, callerOf(request), request.body)
        return reply.status(201).send(await readChannel(context, storeOf(request).id, request.body.id))
      },
    )
    app.put(
      one,
      { preHandler: mayManage, schema: { params, body: ChangeChannel, response: { 200: ChannelInfo } } },
      async (request) => {
        await changeChannel(context, callerOf(request), request.params.channel, request.body)
        return readChannel(context, storeOf(request).id, request.params.channel)
      },
    )
    app.delete(one, { preHandler: mayManage, schema: { params } }, async (request, reply) => {
      await removeChannel(context, callerOf(request), request.params.channel)
      return reply.status(204).send()
    })
    app.post(`${one}/test`, { preHandler: mayManage, schema: { params, response: { 200: ChannelTest } } }, (request) =>
      testChannel(context, callerOf(request), storeOf(request), request.params.channel),
    )
    app.get(
      `${one}/simulated`,
      { preHandler: mayManage, schema: { params, response: { 200: z.array(SimulatedMessage) } } },
      (request) => listSimulated(context, storeOf(request).id, request.params.channel),
    )
    app.post(
      `${one}/resend`,
      { preHandler: mayManage, schema: { params, response: { 200: z.object({ messages: z.number() }) } } },
      async (request) => ({ messages: await resendDead(context, callerOf(request), request.params.channel) }),
    )
    app.get(
      `${STORE}/notice-deliveries`,
      {
        preHandler: mayManage,
        schema: { params: StorePath, querystring: DeliveryQuery, response: { 200: z.array(DeliveryInfo) } },
      },
      (request) => listDeliveries(context, storeOf(request).id, request.query),
    )
  }
