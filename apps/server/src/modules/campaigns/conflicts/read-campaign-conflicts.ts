import {
  type CampaignFace,
  checkNovelty,
  entriesOf,
  isBlocking,
  sayConflict,
  suggestGameplay,
} from '@zhanggui/campaigns'
import type { CampaignConflicts, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { entryOf } from '../entries/entry-of.ts'
import { readCampaignRow, readCampaignRows, readEntryRows } from '../records/campaign-rows.ts'
import type { CampaignRow, EntryRow } from '../schema.ts'
import { readCompetitorFaces } from './competitor-campaigns.ts'
import { readConflicts } from './read-clashes.ts'

/** As many as a page shows. */
const ALIKE_MOST = 10

export function faceOf(row: CampaignRow, entries: readonly EntryRow[]): CampaignFace {
  const pages = entriesOf(entries.filter(({ campaign }) => campaign === row.id).map(entryOf), 'page')
  const { name, mechanics, goods, copy, theme } = row.body
  return {
    id: row.id,
    name,
    mechanics,
    itemIds: goods.map(({ itemId }) => itemId),
    blocks: pages.flatMap(({ body }) => body.blocks),
    copy: `${theme}${copy}`,
  }
}

/** Conflicts and novelty of a campaign, against the shop's others and what competitors did. Errors: throws `not_found`. */
export async function readCampaignConflicts(
  context: Context,
  store: Store,
  campaign: string,
): Promise<CampaignConflicts> {
  const { db } = context.records
  const row = await readCampaignRow(db, { store: store.id, campaign })
  const { conflicts, nameOf } = await readConflicts(context, row)
  const pages = await readEntryRows(db, { store: store.id, kinds: ['page'] })
  const others = (await readCampaignRows(db, store.id)).filter(({ id }) => id !== campaign)
  const faces = [...others.map((other) => faceOf(other, pages)), ...(await readCompetitorFaces(context, store.id))]
  const { alike, ...novelty } = checkNovelty(faceOf(row, pages), faces)
  const used = [row, ...others].flatMap(({ body }) => body.mechanics)
  return {
    conflicts: conflicts.map((conflict) => ({ ...sayConflict(conflict, nameOf), blocks: isBlocking(conflict) })),
    novelty: {
      ...novelty,
      alike: alike.slice(0, ALIKE_MOST).map(({ parts, ...one }) => ({ ...one, parts: { ...parts } })),
      suggestions: suggestGameplay(used, row.body.tone).map(({ preset, zh, en, lineZh, lineEn }) => ({
        preset,
        zh,
        en,
        aboutZh: lineZh,
        aboutEn: lineEn,
      })),
    },
  }
}
