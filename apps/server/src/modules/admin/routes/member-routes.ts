import { AddedMember, AddMember, Member, SetMemberRole, StoreId } from '@zhanggui/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, roleOf } from '../../../http/caller.ts'
import type { Identity } from '../identity/identity.ts'
import { addMember, type Grantor, listMembers, removeMember, setMemberRole } from '../members.ts'

const StorePath = z.object({ store: StoreId })
const MemberPath = StorePath.extend({ userId: z.string() })

const grantorOf = (request: FastifyRequest): Grantor => ({ actor: actorOf(request), role: roleOf(request) })

/** Who works on a shop and in which role. */
export const memberRoutes =
  (context: Context, identity: Identity): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('users:manage')

    app.get(
      '/v1/stores/:store/members',
      { preHandler, schema: { params: StorePath, response: { 200: z.array(Member) } } },
      (request) => listMembers(context, request.params.store),
    )

    app.post(
      '/v1/stores/:store/members',
      { preHandler, schema: { params: StorePath, body: AddMember, response: { 201: AddedMember } } },
      async (request, reply) => {
        const added = await addMember(context, identity, request.params.store, request.body, grantorOf(request))
        return reply.status(201).send(added)
      },
    )

    app.put(
      '/v1/stores/:store/members/:userId',
      { preHandler, schema: { params: MemberPath, body: SetMemberRole } },
      async (request, reply) => {
        const { store, userId } = request.params
        await setMemberRole(context, store, { userId, role: request.body.role }, grantorOf(request))
        return reply.status(204).send()
      },
    )

    app.delete(
      '/v1/stores/:store/members/:userId',
      { preHandler, schema: { params: MemberPath } },
      async (request, reply) => {
        await removeMember(context, request.params.store, request.params.userId, grantorOf(request))
        return reply.status(204).send()
      },
    )
  }
