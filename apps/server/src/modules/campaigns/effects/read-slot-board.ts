import { bidCeiling, checkPaidPrice, entriesOf, jointEffects } from '@zhanggui/campaigns'
import type { SlotBoard, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { runQuery } from '../../insight/run-query.ts'
import { entryOf } from '../entries/entry-of.ts'
import { readCampaignRow, readEntryRows } from '../records/campaign-rows.ts'

/** What each slot may cost and what came of it (P4.13), and what tools bring together over the campaign's days (P4.12). */
export async function readSlotBoard(context: Context, store: Store, campaign: string): Promise<SlotBoard> {
  const { db } = context.records
  const key = { store: store.id, campaign }
  const { body } = await readCampaignRow(db, key)
  const slots = entriesOf((await readEntryRows(db, { ...key, kinds: ['slot'] })).map(entryOf), 'slot')
  const [from, to] = [body.windows[0]?.from ?? body.mainDay, body.windows.at(-1)?.to ?? body.mainDay]
  const { rows } = await runQuery(context, store, { metrics: ['paid'], by: ['day'], from, to })
  const figures = rows.flatMap(({ day, paid }) => (typeof paid === 'number' ? [{ day: String(day), value: paid }] : []))
  const dayOf = (instant: string): string => businessDayOf(new Date(instant), store.timezone)
  return {
    slots: slots.map(({ id, body: { auction, outcome } }) => ({
      id,
      ceilingCents: auction && bidCeiling(auction),
      result: auction && checkPaidPrice(auction, outcome?.visits ?? null),
    })),
    joint: jointEffects(
      slots.map((slot) => slot.body),
      figures,
      dayOf,
    ),
  }
}
