import { CreateQuietTime, type QuietTimeInfo } from '@zhanggui/contract'
import type { QuietTime } from '@zhanggui/playbooks'
import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { alertQuietTimes } from '../schema.ts'

/** Stretches that come back every week, by when they were made. */
export async function listQuietTimes(context: Context, store: string): Promise<QuietTimeInfo[]> {
  const rows = await context.records.db
    .select()
    .from(alertQuietTimes)
    .where(eq(alertQuietTimes.store, store))
    .orderBy(asc(alertQuietTimes.id))
  return rows.map(({ id, body }) => ({ id, ...body }))
}

/** The same as the engine wants them. */
export async function readQuietTimes(context: Context, store: string): Promise<QuietTime[]> {
  return (await listQuietTimes(context, store)).map(({ id, ...body }) => ({ ...body, id: String(id) }))
}

/** Shape: its id. Errors: throws `invalid_request`. */
export function createQuietTime(context: Context, caller: ResourceCaller, input: CreateQuietTime): Promise<number> {
  const body = parseInput(CreateQuietTime, input)
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const [made] = await tx.insert(alertQuietTimes).values({ store, body }).returning()
    const id = made?.id ?? 0
    await record({ store, actor, action: 'create', subject: `alert-quiet-times/${id}`, after: body })
    return id
  })
}

/** Errors: throws `not_found`. */
export function removeQuietTime(context: Context, caller: ResourceCaller, id: number): Promise<void> {
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const own = and(eq(alertQuietTimes.store, store), eq(alertQuietTimes.id, id))
    const [gone] = await tx.delete(alertQuietTimes).where(own).returning()
    if (!gone) throw new ApiFailure('not_found', { what: `alert-quiet-times/${id}` })
    await record({ store, actor, action: 'delete', subject: `alert-quiet-times/${id}`, before: gone.body })
  })
}
