import { actOnEntry, entriesOf } from '@zhanggui/campaigns'
import { ActOnCampaignEntry, type AnyCampaignEntryBody, type CampaignEntryKind } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { type EntryKey, lockEntry, ownEntry, readEntryRows } from '../records/campaign-rows.ts'
import { refusedFor } from '../records/refusals.ts'
import { campaignEntries } from '../schema.ts'
import { entryOf } from './entry-of.ts'

type At = { campaign: string; kind: CampaignEntryKind; id: string; action: string }

async function finishedTasks(tx: RecordTx, { store, campaign }: EntryKey): Promise<Set<string>> {
  const rows = await readEntryRows(tx, { store, campaign, kinds: ['task'] })
  const tasks = entriesOf(rows.map(entryOf), 'task')
  return new Set(tasks.filter(({ body }) => body.finished !== null).map(({ id }) => id))
}

/**
 * Says what was done with an entry: a task is finished, a page released, a line of the run sheet done.
 * Errors: throws `not_found`, `stale_version`, `campaign_entry_refused` with every reason why it cannot be.
 */
export async function actOn(
  context: Context,
  caller: ResourceCaller,
  at: At,
  input: ActOnCampaignEntry,
): Promise<void> {
  const { version, passed = true, ...said } = parseInput(ActOnCampaignEntry, input)
  const { action, ...place } = at
  const { store, actor } = caller
  const key = { store, ...place }
  const names = await namesOfActors(context, [actor])
  const act = { ...said, passed, action, at: context.clock.now().toISOString(), by: names.get(actor) ?? actor }
  await namingActors(context, () =>
    auditedTransaction(context, async (tx, record) => {
      const row = await lockEntry(tx, key)
      if (row.version !== version)
        throw new ApiFailure('stale_version', {
          version: row.version,
          changedBy: row.changedBy,
          changedAt: row.changedAt.toISOString(),
        })
      const acted = actOnEntry(entryOf(row), act, await finishedTasks(tx, key))
      if (!acted.ok) throw refusedFor('campaign_entry_refused', acted.error)
      const body = acted.value.body as AnyCampaignEntryBody
      const stamp = { version: version + 1, changedBy: actor, changedAt: context.clock.now() }
      await tx
        .update(campaignEntries)
        .set({ body, ...stamp })
        .where(ownEntry(key))
      const subject = `campaigns/${at.campaign}/${at.kind}/${at.id}`
      await record({ store, actor, action, subject, before: row.body, after: body, reason: said.note })
    }),
  )
}
