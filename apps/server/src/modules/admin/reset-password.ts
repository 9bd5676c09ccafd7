import type { UserWithPassword } from '@zhanggui/contract'
import { eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { users } from './schema.ts'
import { updateUser } from './users.ts'

/**
 * For whoever holds the machine: a new temporary password for a person, the owner included, who lost theirs. Ends their
 * sessions and stands in the trail.
 * Errors: throws `not_found` for an unknown e-mail.
 */
export async function resetPassword(
  context: Context,
  email: string,
  options: { actor: string },
): Promise<UserWithPassword> {
  const [person] = await context.records.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email.toLowerCase()))
  if (!person) throw new ApiFailure('not_found', { what: `users/${email}` })
  // Loaded here, so that commands that need no password do not wait for the identity library.
  const { openIdentity } = await import('./identity/identity.ts')
  return updateUser(context, openIdentity(context), person.id, { resetPassword: true }, options)
}
