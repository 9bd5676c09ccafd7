import type { CampaignEntryKind } from '@zhanggui/contract'
import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import {
  type CampaignRow,
  campaignEntries,
  campaignMoves,
  campaignSignatures,
  campaigns,
  type EntryRow,
  type MoveRow,
  type SignatureRow,
} from '../schema.ts'

type Db = RecordDb | RecordTx

/** Which campaign, of which shop. */
export type CampaignKey = { store: string; campaign: string }
export type EntryKey = CampaignKey & { kind: CampaignEntryKind; id: string }

export const ownCampaign = ({ store, campaign }: CampaignKey) =>
  and(eq(campaigns.store, store), eq(campaigns.id, campaign))

export const ownEntry = ({ store, campaign, kind, id }: EntryKey) =>
  and(
    eq(campaignEntries.store, store),
    eq(campaignEntries.campaign, campaign),
    eq(campaignEntries.kind, kind),
    eq(campaignEntries.id, id),
  )

const missing = ({ campaign }: CampaignKey): ApiFailure =>
  new ApiFailure('not_found', { what: `campaigns/${campaign}` })

/** Errors: throws `not_found`. */
export async function readCampaignRow(db: Db, key: CampaignKey): Promise<CampaignRow> {
  const [row] = await db.select().from(campaigns).where(ownCampaign(key))
  if (!row) throw missing(key)
  return row
}

/** Holds the campaign until the transaction ends. Errors: throws `not_found`. */
export async function lockCampaign(tx: RecordTx, key: CampaignKey): Promise<CampaignRow> {
  const [row] = await tx.select().from(campaigns).where(ownCampaign(key)).for('update')
  if (!row) throw missing(key)
  return row
}

/** Every campaign of a shop, the latest main day first. */
export async function readCampaignRows(db: Db, store: string): Promise<CampaignRow[]> {
  const rows = await db.select().from(campaigns).where(eq(campaigns.store, store))
  return rows.toSorted((a, b) =>
    a.body.mainDay < b.body.mainDay ? 1 : a.body.mainDay > b.body.mainDay ? -1 : a.id < b.id ? -1 : 1,
  )
}

/** Campaigns that are under way, of every shop. */
export const readLiveCampaigns = (db: Db): Promise<CampaignRow[]> =>
  db
    .select()
    .from(campaigns)
    .where(and(ne(campaigns.state, 'draft'), ne(campaigns.state, 'archived')))
    .orderBy(asc(campaigns.store), asc(campaigns.id))

/** What hangs on a campaign, or on each of several, in the order of kind and id. */
export function readEntryRows(
  db: Db,
  { store, campaign, kinds }: { store: string; campaign?: string; kinds?: readonly CampaignEntryKind[] },
): Promise<EntryRow[]> {
  const mine = [
    eq(campaignEntries.store, store),
    ...(campaign === undefined ? [] : [eq(campaignEntries.campaign, campaign)]),
    ...(kinds === undefined ? [] : [inArray(campaignEntries.kind, [...kinds])]),
  ]
  return db
    .select()
    .from(campaignEntries)
    .where(and(...mine))
    .orderBy(asc(campaignEntries.campaign), asc(campaignEntries.kind), asc(campaignEntries.id))
}

/** Errors: throws `not_found`. */
export async function lockEntry(tx: RecordTx, key: EntryKey): Promise<EntryRow> {
  const [row] = await tx.select().from(campaignEntries).where(ownEntry(key)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `campaigns/${key.campaign}/${key.kind}/${key.id}` })
  return row
}

export const readSignatures = (db: Db, { store, campaign }: CampaignKey): Promise<SignatureRow[]> =>
  db
    .select()
    .from(campaignSignatures)
    .where(and(eq(campaignSignatures.store, store), eq(campaignSignatures.campaign, campaign)))
    .orderBy(desc(campaignSignatures.sequence))

/** Newest first. */
export const readMoves = (db: Db, { store, campaign }: CampaignKey, limit = 100): Promise<MoveRow[]> =>
  db
    .select()
    .from(campaignMoves)
    .where(and(eq(campaignMoves.store, store), eq(campaignMoves.campaign, campaign)))
    .orderBy(desc(campaignMoves.sequence))
    .limit(limit)
