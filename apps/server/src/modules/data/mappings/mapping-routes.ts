import { RenameMapping, SavedMapping, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, storeOf } from '../../../http/caller.ts'
import { deleteMapping, renameMapping } from './change-mapping.ts'
import { listMappings } from './list-mappings.ts'

const StorePath = z.object({ store: StoreId })
const MappingPath = StorePath.extend({ fingerprint: z.string().regex(/^[0-9a-f]{16}$/) })

/** What a shop has said its columns mean: list, rename, forget. */
export const mappingRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayImport = app.requirePermission('data:import')

    app.get(
      '/v1/stores/:store/mappings',
      { preHandler: mayImport, schema: { params: StorePath, response: { 200: z.array(SavedMapping) } } },
      (request) => listMappings(context, storeOf(request).id),
    )

    app.put(
      '/v1/stores/:store/mappings/:fingerprint',
      { preHandler: mayImport, schema: { params: MappingPath, body: RenameMapping } },
      async (request, reply) => {
        const { fingerprint } = request.params
        const at = { store: storeOf(request).id, fingerprint, actor: actorOf(request) }
        await renameMapping(context, at, request.body.name)
        return reply.status(204).send()
      },
    )

    app.delete(
      '/v1/stores/:store/mappings/:fingerprint',
      { preHandler: mayImport, schema: { params: MappingPath } },
      async (request, reply) => {
        const { fingerprint } = request.params
        await deleteMapping(context, { store: storeOf(request).id, fingerprint, actor: actorOf(request) })
        return reply.status(204).send()
      },
    )
  }
