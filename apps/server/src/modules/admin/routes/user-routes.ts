import { CreateUser, ROLES, RoleInfo, UpdateUser, UserInfo, UserWithPassword } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf } from '../../../http/caller.ts'
import type { Identity } from '../identity/identity.ts'
import { ROLE_PERMISSIONS } from '../role-permissions.ts'
import { createUser, deleteUser, listUsers, updateUser } from '../users.ts'

const UserPath = z.object({ id: z.string() })

const listRoles = (): RoleInfo[] =>
  ROLES.map((id) => ({ id, ...ROLE_PERMISSIONS[id], permissions: [...ROLE_PERMISSIONS[id].permissions] }))

/** Everyone who can sign in, kept by the owner; and what the roles are called and may do. */
export const userRoutes =
  (context: Context, identity: Identity): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/roles',
      { preHandler: app.requireSignIn, schema: { response: { 200: z.array(RoleInfo) } } },
      async () => listRoles(),
    )

    app.get('/v1/users', { preHandler: app.requireOwner, schema: { response: { 200: z.array(UserInfo) } } }, () =>
      listUsers(context),
    )

    app.post(
      '/v1/users',
      { preHandler: app.requireOwner, schema: { body: CreateUser, response: { 201: UserWithPassword } } },
      async (request, reply) =>
        reply.status(201).send(await createUser(context, identity, request.body, { actor: actorOf(request) })),
    )

    app.put(
      '/v1/users/:id',
      {
        preHandler: app.requireOwner,
        schema: { params: UserPath, body: UpdateUser, response: { 200: UserWithPassword } },
      },
      (request) => updateUser(context, identity, request.params.id, request.body, { actor: actorOf(request) }),
    )

    app.delete(
      '/v1/users/:id',
      { preHandler: app.requireOwner, schema: { params: UserPath } },
      async (request, reply) => {
        await deleteUser(context, request.params.id, { actor: actorOf(request) })
        return reply.status(204).send()
      },
    )
  }
