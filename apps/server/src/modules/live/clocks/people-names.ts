import { inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { users } from '../../admin/schema.ts'

/** Names of the people behind `user:<id>`, without their e-mail; a system, the shell and somebody forgotten have none. */
export async function namesByActor(
  context: Context,
  actors: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = await namesOfActors(
    context,
    actors.filter((actor) => actor !== null),
  )
  return new Map([...known].map(([actor, name]) => [actor, name.replace(/ <[^<>]*>$/, '')]))
}

/** Names of those in a rota who sign in with this e-mail. */
export async function namesByEmail(context: Context, emails: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(emails.map((email) => email.toLowerCase()))]
  if (asked.length === 0) return new Map()
  const rows = await context.records.db
    .select({ email: users.email, name: users.name })
    .from(users)
    .where(inArray(users.email, asked))
  return new Map(rows.map(({ email, name }) => [email, name]))
}
