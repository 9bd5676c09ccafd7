import {
  CreateResource,
  MoveResource,
  ResourceHistory,
  ResourceInfo,
  ResourceListQuery,
  ResourcePage,
  ResourceRow,
  type Role,
  StoreId,
  UpdateResource,
} from '@zhanggui/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { actorOf, roleOf, storeOf, type UserCaller, userOf } from '../../../http/caller.ts'
import { createResource, deleteResource, moveResource, updateResource } from '../resources/change-resource.ts'
import type { Resource } from '../resources/define-resource.ts'
import { listResource, type ResourceQuery, readHistory, readResource } from '../resources/list-resource.ts'
import { RESOURCES } from '../resources/registry.ts'
import { describeResource, type ResourceCaller } from '../resources/resource-access.ts'
import { roleAllows } from '../role-permissions.ts'
import { listAccessibleStores } from '../session-info.ts'

const StorePath = z.object({ store: StoreId })
const RowPath = StorePath.extend({ id: z.string().max(64) })
const DeleteQuery = z.object({ version: z.coerce.number().int().min(1), reason: z.string().max(300).default('') })

export const callerOf = (request: FastifyRequest): ResourceCaller => ({
  store: storeOf(request).id,
  actor: actorOf(request),
  role: roleOf(request),
})

export const toResourceQuery = ({
  filter,
  q,
  state,
  sort,
  direction,
}: z.output<typeof ResourceListQuery>): ResourceQuery => ({
  q,
  state,
  sort,
  direction,
  filters: [filter ?? []].flat(),
})

/** The role whose view of the declarations is asked for: in the named shop, else in the caller's first. */
async function viewRole(context: Context, user: UserCaller, store: string | undefined): Promise<Role | null> {
  const accessible = await listAccessibleStores(context, user)
  if (store === undefined) return user.isOwner ? 'owner' : (accessible[0]?.role ?? null)
  const found = accessible.find((entry) => entry.store.id === store)
  if (!found) throw new ApiFailure('unknown_store', { store })
  return found.role
}

/** GET /v1/resources, and for each declared resource its list, rows, changes, states and history. */
export const resourceRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/resources',
      {
        preHandler: app.requireSignIn,
        schema: { querystring: z.object({ store: StoreId.optional() }), response: { 200: z.array(ResourceInfo) } },
      },
      async (request) => {
        const role = await viewRole(context, userOf(request), request.query.store)
        const readable = RESOURCES.filter((resource) => role && roleAllows(role, resource.permissions.read))
        return readable.map((resource) => describeResource(resource, role ?? 'platform'))
      },
    )
    for (const resource of RESOURCES) {
      await app.register(readRoutes(context, resource))
      await app.register(writeRoutes(context, resource))
    }
  }

export const pathOf = (resource: Resource): string => `/v1/stores/:store/resources/${resource.id}`

const readRoutes =
  (context: Context, resource: Resource): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission(resource.permissions.read)
    const path = pathOf(resource)

    app.get(
      path,
      { preHandler, schema: { params: StorePath, querystring: ResourceListQuery, response: { 200: ResourcePage } } },
      (request) => {
        const { offset, limit } = request.query
        return listResource(context, resource, callerOf(request), { ...toResourceQuery(request.query), offset, limit })
      },
    )

    app.get(`${path}/:id`, { preHandler, schema: { params: RowPath, response: { 200: ResourceRow } } }, (request) =>
      readResource(context, resource, callerOf(request), request.params.id),
    )

    app.get(
      `${path}/:id/history`,
      { preHandler, schema: { params: RowPath, response: { 200: ResourceHistory } } },
      (request) => readHistory(context, resource, callerOf(request), request.params.id),
    )
  }

const writeRoutes =
  (context: Context, resource: Resource): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission(resource.permissions.write)
    const path = pathOf(resource)

    app.post(
      path,
      {
        preHandler,
        schema: { params: StorePath, body: CreateResource, response: { 201: ResourceRow, 202: ResourceRow } },
      },
      async (request, reply) => {
        const row = await createResource(context, resource, callerOf(request), request.body)
        return reply.status(row.waitingApproval === undefined ? 201 : 202).send(row)
      },
    )

    app.put(
      `${path}/:id`,
      {
        preHandler,
        schema: { params: RowPath, body: UpdateResource, response: { 200: ResourceRow, 202: ResourceRow } },
      },
      async (request, reply) => {
        const change = { id: request.params.id, ...request.body }
        const row = await updateResource(context, resource, callerOf(request), change)
        return reply.status(row.waitingApproval === undefined ? 200 : 202).send(row)
      },
    )

    if (resource.states.length > 0)
      app.post(
        `${path}/:id/state`,
        { preHandler, schema: { params: RowPath, body: MoveResource, response: { 200: ResourceRow } } },
        (request) => moveResource(context, resource, callerOf(request), { id: request.params.id, ...request.body }),
      )

    app.delete(
      `${path}/:id`,
      { preHandler, schema: { params: RowPath, querystring: DeleteQuery } },
      async (request, reply) => {
        await deleteResource(context, resource, callerOf(request), { id: request.params.id, ...request.query })
        return reply.status(204).send()
      },
    )
  }
