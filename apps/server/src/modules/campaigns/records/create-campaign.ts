import type { Entry } from '@zhanggui/campaigns'
import { type CampaignBody, CreateCampaign, type Store } from '@zhanggui/contract'
import { sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { campaignEntries, campaigns } from '../schema.ts'
import { draftFromCampaign } from './draft-from-campaign.ts'
import { draftFromTemplate } from './draft-from-template.ts'
import { requireWholeSchedule } from './require-schedule.ts'

/** A body and what hangs on it, not yet stored. */
export type StartedCampaign = { body: CampaignBody; entries: Entry[] }

/** `campaign-1`, `campaign-2` …; two people who create at once get two numbers. */
async function freeId(tx: RecordTx, store: string): Promise<string> {
  await tx.execute(sql`SELECT 1 FROM admin_stores WHERE id = ${store} FOR UPDATE`)
  const taken = new Set(
    (await tx.select({ id: campaigns.id }).from(campaigns).where(sql`store = ${store}`)).map(({ id }) => id),
  )
  let number = taken.size + 1
  while (taken.has(`campaign-${number}`)) number++
  return `campaign-${number}`
}

const startedFrom = (
  context: Context,
  store: Store,
  asked: ReturnType<typeof CreateCampaign.parse>,
): Promise<StartedCampaign> =>
  asked.copyOf === undefined
    ? draftFromTemplate(context, store, asked)
    : draftFromCampaign(context, store, { ...asked, copyOf: asked.copyOf })

/**
 * Writes a campaign, a draft, from a template or from one of before. Shape: its id.
 * Errors: throws `invalid_request`, `not_found` for a template or campaign that is not there, `duplicate_key`.
 */
export async function createCampaign(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  input: CreateCampaign,
): Promise<string> {
  const asked = parseInput(CreateCampaign, input)
  const { body, entries } = await startedFrom(context, store, asked)
  requireWholeSchedule(body.windows)
  const { actor } = caller
  const at = context.clock.now()
  const stamp = { changedBy: actor, changedAt: at }
  return auditedTransaction(context, async (tx, record) => {
    const id = asked.id ?? (await freeId(tx, store.id))
    const row = {
      store: store.id,
      id,
      revision: 1,
      state: 'draft' as const,
      wave: 1,
      body,
      createdBy: actor,
      createdAt: at,
      ...stamp,
    }
    const made = await tx.insert(campaigns).values(row).onConflictDoNothing().returning()
    if (made.length === 0) throw new ApiFailure('duplicate_key', { key: id })
    if (entries.length > 0)
      await tx.insert(campaignEntries).values(
        entries.map(
          (entry) =>
            ({
              store: store.id,
              campaign: id,
              ...entry,
              version: 1,
              ...stamp,
            }) as typeof campaignEntries.$inferInsert,
        ),
      )
    const after = { ...body, entries: entries.length }
    await record({ store: store.id, actor, action: 'create', subject: `campaigns/${id}`, after })
    return id
  })
}
