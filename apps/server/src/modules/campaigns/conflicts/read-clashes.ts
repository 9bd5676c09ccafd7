import {
  type CampaignView,
  type Conflict,
  entriesOf,
  findConflicts,
  isBlocking,
  type Reason,
  sayConflict,
} from '@zhanggui/campaigns'
import { parseDay } from '@zhanggui/kernel'
import type { Rule } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { readPromotions } from '../../promotions/records/promotion-rows.ts'
import { rulesOfBody } from '../../promotions/records/rules-of-body.ts'
import { entryOf } from '../entries/entry-of.ts'
import { readCampaignRows, readEntryRows } from '../records/campaign-rows.ts'
import type { CampaignRow, EntryRow } from '../schema.ts'

const LOOKED_AT = ['task', 'slot', 'contact'] as const

/** The days in which its prices hold: the first burst to the end of the long tail. */
function saleSpan({ body: { windows, mainDay } }: CampaignRow) {
  const sale = windows.filter(({ phase }) => phase === 'burst' || phase === 'closing' || phase === 'longTail')
  return { from: parseDay(sale[0]?.from ?? mainDay), to: parseDay(sale.at(-1)?.to ?? mainDay) }
}

type World = { entries: readonly EntryRow[]; rules: ReadonlyMap<string, readonly Rule[]> }

function viewOf(row: CampaignRow, { entries, rules }: World): CampaignView {
  const own = entries.filter(({ campaign }) => campaign === row.id).map(entryOf)
  return {
    id: row.id,
    name: row.body.name,
    ...saleSpan(row),
    itemIds: row.body.goods.map(({ itemId }) => itemId),
    rules: row.body.promotions.flatMap((id) => rules.get(id) ?? []),
    tasks: entriesOf(own, 'task'),
    contacts: entriesOf(own, 'contact'),
    slots: entriesOf(own, 'slot'),
  }
}

/** The rules of each promotion, in force or as they are written. */
async function rulesByPromotion(context: Context, store: string, ids: readonly string[]): Promise<Map<string, Rule[]>> {
  if (ids.length === 0) return new Map()
  const living = await readPromotions(context.records.db, store, ids)
  return new Map(living.map(({ row, newest, approved }) => [row.id, rulesOfBody((approved ?? newest).body)]))
}

/** Where a campaign is in the way of others that are not put away (P3.28), with the names of all. */
export async function readConflicts(
  context: Context,
  row: CampaignRow,
): Promise<{ conflicts: Conflict[]; nameOf: (campaign: string) => string }> {
  const { db } = context.records
  const rows = (await readCampaignRows(db, row.store)).filter(({ id, state }) => id === row.id || state !== 'archived')
  const entries = await readEntryRows(db, { store: row.store, kinds: LOOKED_AT })
  const rules = await rulesByPromotion(context, row.store, [...new Set(rows.flatMap(({ body }) => body.promotions))])
  const world = { entries, rules }
  const others = rows.filter(({ id }) => id !== row.id).map((other) => viewOf(other, world))
  const names = new Map(rows.map(({ id, body }) => [id, body.name]))
  return { conflicts: findConflicts(viewOf(row, world), others), nameOf: (id) => names.get(id) ?? id }
}

/** Only what cannot stand beside other campaigns: it keeps a campaign from being approved. */
export async function readClashes(context: Context, row: CampaignRow): Promise<Reason[]> {
  const { conflicts, nameOf } = await readConflicts(context, row)
  return conflicts.filter(isBlocking).map((conflict) => sayConflict(conflict, nameOf))
}
