import type { FastifyRequest } from 'fastify'
import { roleOf } from '../../http/caller.ts'
import { roleAllows } from '../admin/role-permissions.ts'
import type { Asker } from './run-query.ts'

/** Who asks for figures, by the role they have in the shop. */
export const askerOf = (request: FastifyRequest): Asker => ({
  may: (permission) => roleAllows(roleOf(request), permission),
})
