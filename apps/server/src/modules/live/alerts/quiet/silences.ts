import { CreateSilence, type SilenceInfo } from '@zhanggui/contract'
import type { Silence } from '@zhanggui/playbooks'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import { namesOfActors } from '../../../admin/read-audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { alertSilences } from '../schema.ts'
import { minuteOf } from '../series/day-minute.ts'

const MINUTE_MS = 60_000

const running = (context: Context, store: string, now: Date) =>
  context.records.db
    .select()
    .from(alertSilences)
    .where(and(eq(alertSilences.store, store), gt(alertSilences.until, now)))
    .orderBy(asc(alertSilences.until), asc(alertSilences.id))

/** Silences that run, the first to end first. */
export async function listSilences(context: Context, store: string): Promise<SilenceInfo[]> {
  const rows = await running(context, store, context.clock.now())
  const names = await namesOfActors(
    context,
    rows.map(({ createdBy }) => createdBy),
  )
  return rows.map(({ id, rule, causeKey, until, reason, createdBy }) => ({
    id,
    rule,
    causeKey,
    until: until.toISOString(),
    reason,
    createdBy,
    createdByName: names.get(createdBy) ?? null,
  }))
}

/** The same as the engine wants them. */
export async function readSilences(context: Context, store: string, now: Date): Promise<Silence[]> {
  const rows = await running(context, store, now)
  return rows.map(({ id, rule, causeKey, until }) => ({ id: String(id), rule, causeKey, until: minuteOf(until) }))
}

/** Keeps one rule or cause quiet for at most a week. Shape: its id. Errors: throws `invalid_request`. */
export function createSilence(context: Context, caller: ResourceCaller, input: CreateSilence): Promise<number> {
  const { rule, causeKey, minutes, reason } = parseInput(CreateSilence, input)
  const { store, actor } = caller
  const until = new Date(context.clock.now().getTime() + minutes * MINUTE_MS)
  return auditedTransaction(context, async (tx, record) => {
    const [made] = await tx
      .insert(alertSilences)
      .values({ store, rule, causeKey, until, reason, createdBy: actor })
      .returning()
    const id = made?.id ?? 0
    const after = { rule, causeKey, until: until.toISOString() }
    await record({ store, actor, action: 'create', subject: `alert-silences/${id}`, after, reason })
    return id
  })
}

/** Ends a silence before its time. Errors: throws `not_found`. */
export function removeSilence(context: Context, caller: ResourceCaller, id: number): Promise<void> {
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const own = and(eq(alertSilences.store, store), eq(alertSilences.id, id))
    const [gone] = await tx.delete(alertSilences).where(own).returning()
    if (!gone) throw new ApiFailure('not_found', { what: `alert-silences/${id}` })
    await record({
      store,
      actor,
      action: 'delete',
      subject: `alert-silences/${id}`,
      before: { rule: gone.rule, causeKey: gone.causeKey },
    })
  })
}
