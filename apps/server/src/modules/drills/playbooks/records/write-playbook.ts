import { ChangePlaybook, CreatePlaybook, PlaybookBody } from '@zhanggui/contract'
import { type ConditionFault, PLAYBOOK_LIBRARY, playbookFaults } from '@zhanggui/playbooks'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../../../admin/audit.ts'
import { namingActors } from '../../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { findWatched } from '../../../live/alerts/series/watched-metric.ts'
import { type PlaybookRow, playbooks, playbookVersions } from '../schema.ts'
import { PlaybookFailure } from './playbook-failure.ts'
import { playbookOf } from './sentences.ts'

export const ownPlaybook = (store: string, id: string) => and(eq(playbooks.store, store), eq(playbooks.id, id))

/** The playbook, locked until the transaction ends. Errors: throws `not_found`. */
export async function lockPlaybook(tx: RecordTx, store: string, id: string): Promise<PlaybookRow> {
  const [row] = await tx.select().from(playbooks).where(ownPlaybook(store, id)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `playbooks/${id}` })
  return row
}

function metricFaults({ trigger }: PlaybookBody): ConditionFault[] {
  if (trigger.kind !== 'condition' || findWatched(trigger.condition.metric)) return []
  const { metric } = trigger.condition
  return [{ field: 'trigger.metric', zh: `没有指标“${metric}”`, en: `no metric "${metric}"` }]
}

function requireSound(id: string, body: PlaybookBody): void {
  const faults = [...playbookFaults(playbookOf(id, body)), ...metricFaults(body)]
  if (faults.length > 0) throw new PlaybookFailure(faults)
}

type Stamp = { store: string; actor: string; at: Date }
type NewPlaybook = { id: string; body: PlaybookBody; enabled: boolean; fromLibrary: boolean }

/** Shape: false when the id is taken. */
async function insert(tx: RecordTx, record: RecordChange, { store, actor, at }: Stamp, given: NewPlaybook) {
  const { id, body } = given
  const row = { ...given, store, version: 1, updatedBy: actor, updatedAt: at }
  const made = await tx.insert(playbooks).values(row).onConflictDoNothing().returning({ id: playbooks.id })
  if (made.length === 0) return false
  const version = { store, playbook: id, number: 1, body, madeBy: actor, madeAt: at, reason: '' }
  await tx.insert(playbookVersions).values(version)
  await record({ store, actor, action: 'create', subject: `playbooks/${id}`, after: body })
  return true
}

/** Errors: throws `invalid_request`, `PlaybookFailure`, `duplicate_key`. */
export function createPlaybook(context: Context, caller: ResourceCaller, input: CreatePlaybook): Promise<void> {
  const { id, enabled, ...rest } = parseInput(CreatePlaybook, input)
  const body = PlaybookBody.parse(rest)
  requireSound(id, body)
  const stamp = { store: caller.store, actor: caller.actor, at: context.clock.now() }
  return auditedTransaction(context, async (tx, record) => {
    if (!(await insert(tx, record, stamp, { id, body, enabled, fromLibrary: false })))
      throw new ApiFailure('duplicate_key', { key: id })
  })
}

/** Adds shipped playbooks, in shadow as they are shipped. Shape: the ids that were added. Errors: throws `not_found`. */
export function addShipped(context: Context, caller: ResourceCaller, ids?: readonly string[]): Promise<string[]> {
  const unknown = ids?.find((id) => !PLAYBOOK_LIBRARY.some((playbook) => playbook.id === id))
  if (unknown !== undefined) throw new ApiFailure('not_found', { what: `playbook-library/${unknown}` })
  const stamp = { store: caller.store, actor: caller.actor, at: context.clock.now() }
  return auditedTransaction(context, async (tx, record) => {
    const added: string[] = []
    for (const { id, ...rest } of PLAYBOOK_LIBRARY.filter(({ id }) => !ids || ids.includes(id))) {
      const body = PlaybookBody.parse(rest)
      if (await insert(tx, record, stamp, { id, body, enabled: true, fromLibrary: true })) added.push(id)
    }
    return added
  })
}

/**
 * Writes a new version; a run that waits for an answer keeps what it was planned with.
 * Errors: throws `invalid_request`, `PlaybookFailure`, `not_found`, `stale_version` with who changed it.
 */
export function changePlaybook(
  context: Context,
  caller: ResourceCaller,
  id: string,
  input: ChangePlaybook,
): Promise<void> {
  const { version, enabled, reason, ...rest } = parseInput(ChangePlaybook, input)
  const body = PlaybookBody.parse(rest)
  requireSound(id, body)
  const { store, actor } = caller
  const at = context.clock.now()
  return namingActors(context, () =>
    auditedTransaction(context, async (tx, record) => {
      const row = await lockPlaybook(tx, store, id)
      if (row.version !== version)
        throw new ApiFailure('stale_version', {
          version: row.version,
          changedBy: row.updatedBy,
          changedAt: row.updatedAt.toISOString(),
        })
      const number = version + 1
      await tx.insert(playbookVersions).values({ store, playbook: id, number, body, madeBy: actor, madeAt: at, reason })
      await tx
        .update(playbooks)
        .set({
          body,
          enabled,
          version: number,
          memory: null,
          evaluatedAt: null,
          problem: null,
          updatedBy: actor,
          updatedAt: at,
        })
        .where(ownPlaybook(store, id))
      await record({
        store,
        actor,
        action: 'update',
        subject: `playbooks/${id}`,
        before: row.body,
        after: body,
        reason,
      })
    }),
  )
}

/** Removes a playbook; its runs stay, and can still be undone. Errors: throws `not_found`. */
export function removePlaybook(context: Context, { store, actor }: ResourceCaller, id: string): Promise<void> {
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockPlaybook(tx, store, id)
    await tx.delete(playbooks).where(ownPlaybook(store, id))
    await record({ store, actor, action: 'delete', subject: `playbooks/${id}`, before: row.body })
  })
}
