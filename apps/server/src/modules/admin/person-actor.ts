import { eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { users } from './schema.ts'

/** How the trail names the person with this e-mail. Errors: throws `not_found`. */
export async function personActor(context: Context, email: string): Promise<string> {
  const [person] = await context.records.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email.toLowerCase()))
  if (!person) throw new ApiFailure('not_found', { what: `users/${email}` })
  return `user:${person.id}`
}
