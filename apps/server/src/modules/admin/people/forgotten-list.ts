import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { SqlParams } from '../../../storage/facts/fact-store.ts'
import { forgottenPeople } from './schema.ts'

/** The key of the second hash: the list of the forgotten must not hold what facts held. */
export function forgottenKey(context: Context, store: string): { e0: bigint; e1: bigint } {
  const key = context.secrets.derive(`forgotten-people/${store}`)
  return { e0: key.readBigUInt64LE(0), e1: key.readBigUInt64LE(8) }
}

/** Whether arriving rows of a shop must be compared with the list, and the parameters of `isForgottenSql` if so. */
export type ForgottenList = { forgets: false; params: Record<never, never> } | { forgets: true; params: SqlParams }

/** Read anew for each batch and file part, so that a person is forgotten from the moment the list says so. */
export async function readForgotten(context: Context, store: string): Promise<ForgottenList> {
  const rows = await context.records.db
    .select({ person: forgottenPeople.person })
    .from(forgottenPeople)
    .where(eq(forgottenPeople.store, store))
  if (rows.length === 0) return { forgets: false, params: {} }
  const forgotten = rows.map(({ person }) => person)
  return { forgets: true, params: { ...forgottenKey(context, store), forgotten } }
}
