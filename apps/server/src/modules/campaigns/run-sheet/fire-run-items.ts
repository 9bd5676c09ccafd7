import { dueItems, entriesOf, type RunItem, unfinishedItems, type WithId } from '@zhanggui/campaigns'
import type { RunItem as StoredRunItem } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { TickJob } from '../../live/tick-job.ts'
import { entryOf } from '../entries/entry-of.ts'
import { lockEntry, ownEntry, readEntryRows, readLiveCampaigns } from '../records/campaign-rows.ts'
import { type CampaignRow, campaignEntries } from '../schema.ts'
import { actAtItem } from './run-actions.ts'

const CLOCK = 'system'

/** Fires one item: its moment is written first, so that a restart between the two never does the same thing twice. */
async function fire(context: Context, row: CampaignRow, id: string): Promise<void> {
  const key = { store: row.store, campaign: row.id, kind: 'run' as const, id }
  const firedAt = context.clock.now().toISOString()
  const item = await context.records.transaction(async (tx) => {
    const entry = await lockEntry(tx, key)
    const body = entry.body as StoredRunItem
    // Somebody else fired or ended it between the reading and now.
    if (body.firedAt !== null || body.ended !== null) return null
    const fired = { ...body, firedAt }
    await tx
      .update(campaignEntries)
      .set({ body: fired, version: entry.version + 1 })
      .where(ownEntry(key))
    return fired
  })
  if (item && item.action !== 'manual') await act(context, row, { id, body: item })
}

/** Does what the system does at a fired item, and writes down how it went. */
async function act(context: Context, row: CampaignRow, item: WithId<RunItem>): Promise<void> {
  const { id } = item
  const key = { store: row.store, campaign: row.id, kind: 'run' as const, id }
  const outcome = await actAtItem(context, row, item)
  await auditedTransaction(context, async (tx, record) => {
    const entry = await lockEntry(tx, key)
    const body = entry.body as StoredRunItem
    if (body.ended) return
    const at = context.clock.now().toISOString()
    const ended = { ...body, ended: { at, by: CLOCK, ...outcome } }
    await tx
      .update(campaignEntries)
      .set({ body: ended, version: entry.version + 1 })
      .where(ownEntry(key))
    await record({
      store: row.store,
      actor: CLOCK,
      action: body.action,
      subject: `campaigns/${row.id}/run/${id}`,
      before: body,
      after: ended,
    })
  })
}

const readItems = async (context: Context, row: CampaignRow): Promise<WithId<RunItem>[]> => {
  const rows = await readEntryRows(context.records.db, { store: row.store, campaign: row.id, kinds: ['run'] })
  return entriesOf(rows.map(entryOf), 'run')
}

/**
 * Fires what is due of one campaign, in order; after each the list is looked at again, because one may set the next free. What a
 * server that stopped had fired and not done comes first.
 */
export async function fireDueItems(context: Context, row: CampaignRow, signal?: AbortSignal): Promise<number> {
  for (const item of unfinishedItems(await readItems(context, row))) await act(context, row, item)
  for (let fired = 0; ; fired++) {
    if (signal?.aborted) return fired
    const [next] = dueItems(await readItems(context, row), context.clock.now().toISOString())
    if (!next) return fired
    await fire(context, row, next.id)
  }
}

/** The run sheets of campaigns that are under way, on the clock: what a standstill missed comes first, in order, each once. */
export const FIRE_RUN_SHEETS: TickJob = {
  id: 'campaign-run-sheets',
  everySeconds: 1,
  async run(context, { signal }) {
    for (const row of await readLiveCampaigns(context.records.db)) {
      if (signal.aborted) return
      await fireDueItems(context, row, signal)
    }
  },
}
