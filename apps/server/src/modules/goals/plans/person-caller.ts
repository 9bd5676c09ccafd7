import type { Permission } from '@zhanggui/contract'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { findRole } from '../../admin/members.ts'
import { roleAllows } from '../../admin/role-permissions.ts'
import { users } from '../../admin/schema.ts'
import type { PlanCaller } from './change-plan.ts'

/**
 * The person with this e-mail as the caller of a function, for the shell: under the same rights as on a page.
 * Errors: throws `not_found`, `not_permitted`.
 */
export async function personCaller(
  context: Context,
  store: string,
  { email, permission }: { email: string; permission: Permission },
): Promise<PlanCaller> {
  const [person] = await context.records.db.select().from(users).where(eq(users.email, email.toLowerCase()))
  const role = person && (person.isOwner ? 'owner' : await findRole(context, store, person.id))
  if (!person || !role || person.disabledAt) throw new ApiFailure('not_found', { what: `users/${email}` })
  if (!roleAllows(role, permission)) throw new ApiFailure('not_permitted', { permission })
  return { store, actor: `user:${person.id}`, role }
}
