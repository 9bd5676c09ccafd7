import { checkEntry } from '@zhanggui/campaigns'
import { CAMPAIGN_ENTRY_BODIES, type CampaignEntryKind, PutCampaignEntry } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { type EntryKey, lockCampaign, lockEntry, ownEntry, readEntryRows } from '../records/campaign-rows.ts'
import { refusedFor } from '../records/refusals.ts'
import { campaignEntries, type EntryRow } from '../schema.ts'
import { entryOf, slotsOf } from './entry-of.ts'
import { keepMarks } from './keep-marks.ts'

type At = { campaign: string; kind: CampaignEntryKind; id: string }

const staleEntry = ({ version, changedBy, changedAt }: EntryRow): ApiFailure =>
  new ApiFailure('stale_version', { version, changedBy, changedAt: changedAt.toISOString() })

/** Errors: throws `campaign_entry_refused` with every reason. */
async function requireSound(tx: RecordTx, key: EntryKey, body: EntryRow['body']): Promise<void> {
  const rows = await readEntryRows(tx, { store: key.store, campaign: key.campaign })
  const slots = key.kind === 'slot' ? await readEntryRows(tx, { store: key.store, kinds: ['slot'] }) : []
  const others = rows.filter(({ kind, id }) => kind !== key.kind || id !== key.id).map(entryOf)
  const entry = entryOf({ ...key, body })
  const reasons = checkEntry(entry, { entries: [...others, entry], slots: slotsOf(slots, key.campaign) })
  if (reasons.length > 0) throw refusedFor('campaign_entry_refused', reasons)
}

/**
 * Writes an entry, new (`version` 0) or changed. What was done with it stays: only actions write marks.
 * Errors: throws `not_found`, `invalid_request`, `stale_version`, `campaign_entry_refused` with every reason.
 */
export function putEntry(context: Context, caller: ResourceCaller, at: At, input: PutCampaignEntry): Promise<void> {
  const { version, body: given, reason } = parseInput(PutCampaignEntry, input)
  const parsed = parseInput(CAMPAIGN_ENTRY_BODIES[at.kind], given)
  const { store, actor } = caller
  const key = { store, ...at }
  return namingActors(context, () =>
    auditedTransaction(context, async (tx, record) => {
      await lockCampaign(tx, { store, campaign: at.campaign })
      const [row] = await tx.select().from(campaignEntries).where(ownEntry(key)).for('update')
      if ((row?.version ?? 0) !== version) {
        if (row) throw staleEntry(row)
        throw new ApiFailure('not_found', { what: `campaigns/${at.campaign}/${at.kind}/${at.id}` })
      }
      const body = keepMarks(at.kind, parsed, row?.body ?? null)
      await requireSound(tx, key, body)
      const fresh = { ...key, version: version + 1, body, changedBy: actor, changedAt: context.clock.now() }
      const target = [campaignEntries.store, campaignEntries.campaign, campaignEntries.kind, campaignEntries.id]
      await tx.insert(campaignEntries).values(fresh).onConflictDoUpdate({ target, set: fresh })
      const subject = `campaigns/${at.campaign}/${at.kind}/${at.id}`
      await record({ store, actor, action: row ? 'update' : 'create', subject, before: row?.body, after: body, reason })
    }),
  )
}

/** Errors: throws `not_found`, `stale_version`, `campaign_entry_refused` while another task or item waits for it. */
export function removeEntry(context: Context, caller: ResourceCaller, at: At, version: number): Promise<void> {
  const { store, actor } = caller
  const key = { store, ...at }
  return namingActors(context, () =>
    auditedTransaction(context, async (tx, record) => {
      await lockCampaign(tx, { store, campaign: at.campaign })
      const row = await lockEntry(tx, key)
      if (row.version !== version) throw staleEntry(row)
      const rows = await readEntryRows(tx, { store, campaign: at.campaign, kinds: [at.kind] })
      const waiting = rows.filter(({ body }) => 'dependsOn' in body && body.dependsOn.includes(at.id))
      if (waiting.length > 0)
        throw refusedFor('campaign_entry_refused', [
          {
            code: 'others_wait',
            zh: `${waiting.map(({ id }) => id).join('、')} 以它为前置：先去掉前置`,
            en: `${waiting.map(({ id }) => id).join(', ')} wait for it: take it out there first`,
          },
        ])
      await tx.delete(campaignEntries).where(ownEntry(key))
      await record({
        store,
        actor,
        action: 'delete',
        subject: `campaigns/${at.campaign}/${at.kind}/${at.id}`,
        before: row.body,
      })
    }),
  )
}
