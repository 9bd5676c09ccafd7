import type { UserWithPassword } from '@zhanggui/contract'
import type { Context } from '../../context.ts'
import { personActor } from './person-actor.ts'
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
  const id = (await personActor(context, email)).slice('user:'.length)
  // Loaded here, so that commands that need no password do not wait for the identity library.
  const { openIdentity } = await import('./identity/identity.ts')
  return updateUser(context, openIdentity(context), id, { resetPassword: true }, options)
}
