import { ChangeChannel, type ChannelSecrets, CreateChannel } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { type ChannelRow, noticeChannels, type SecretName } from './schema.ts'
import { openSealed, sealSecrets } from './seal-secrets.ts'

const SECRETS: readonly SecretName[] = ['password', 'robotUrl', 'signSecret']
const namesOf = (secrets: ChannelSecrets): SecretName[] => SECRETS.filter((name) => secrets[name])

export const ownChannel = (store: string, id: string) => and(eq(noticeChannels.store, store), eq(noticeChannels.id, id))

/** Errors: throws `not_found`. */
export async function findChannel(context: Context, store: string, id: string): Promise<ChannelRow> {
  const [row] = await context.records.db.select().from(noticeChannels).where(ownChannel(store, id))
  if (!row) throw new ApiFailure('not_found', { what: `notice-channels/${id}` })
  return row
}

/** Errors: throws `invalid_request`, `duplicate_key`. */
export function createChannel(context: Context, { store, actor }: ResourceCaller, input: CreateChannel): Promise<void> {
  const { id, secrets, ...body } = parseInput(CreateChannel, input)
  const sealed = sealSecrets(context, { store, channel: id }, secrets)
  return auditedTransaction(context, async (tx, record) => {
    const row = { store, id, ...body, sealed, secrets: namesOf(secrets) }
    const made = await tx.insert(noticeChannels).values(row).onConflictDoNothing().returning()
    if (made.length === 0) throw new ApiFailure('duplicate_key', { key: id })
    await record({ store, actor, action: 'create', subject: `notice-channels/${id}`, after: body })
  })
}

/** Changes a channel; secrets that are not named stay as they are. Errors: throws `invalid_request`, `not_found`. */
export function changeChannel(
  context: Context,
  caller: ResourceCaller,
  id: string,
  input: ChangeChannel,
): Promise<void> {
  const { secrets, ...body } = parseInput(ChangeChannel, input)
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const [row] = await tx.select().from(noticeChannels).where(ownChannel(store, id)).for('update')
    if (!row) throw new ApiFailure('not_found', { what: `notice-channels/${id}` })
    const place = { store, channel: id }
    const kept = row.settings.kind === body.settings.kind ? openSealed(context, place, row.sealed) : {}
    const all = { ...kept, ...secrets }
    const isSimulated = body.simulated ?? row.simulated
    const change = {
      ...body,
      simulated: isSimulated,
      sealed: sealSecrets(context, place, all),
      secrets: namesOf(all),
      lastError: null,
    }
    await tx.update(noticeChannels).set(change).where(ownChannel(store, id))
    const after = { ...body, simulated: isSimulated, secretsChanged: namesOf(secrets) }
    const { name, settings, enabled, simulated, fromSeverity, roles } = row
    // The trail keeps everything but the secrets.
    const before = { name, settings, enabled, simulated, fromSeverity, roles }
    await record({ store, actor, action: 'update', subject: `notice-channels/${id}`, before, after })
  })
}

/** Removes a channel with its messages. Errors: throws `not_found`. */
export function removeChannel(context: Context, { store, actor }: ResourceCaller, id: string): Promise<void> {
  return auditedTransaction(context, async (tx, record) => {
    const [gone] = await tx.delete(noticeChannels).where(ownChannel(store, id)).returning()
    if (!gone) throw new ApiFailure('not_found', { what: `notice-channels/${id}` })
    await record({ store, actor, action: 'delete', subject: `notice-channels/${id}`, before: { name: gone.name } })
  })
}
