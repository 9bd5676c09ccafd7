import { entriesOf } from '@zhanggui/campaigns'
import type { PlannedDrill, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { entryOf } from '../../campaigns/entries/entry-of.ts'
import { readCampaignRows, readEntryRows } from '../../campaigns/records/campaign-rows.ts'
import { shopMoment } from '../../campaigns/records/shop-moment.ts'

const SOON_DAYS = 7

function stateOf(held: { passed: boolean } | null, dueDay: BusinessDay, today: BusinessDay): PlannedDrill['state'] {
  if (held) return held.passed ? 'passed' : 'failed'
  if (dueDay < today) return 'overdue'
  return dueDay <= addDays(today, SOON_DAYS) ? 'due' : 'planned'
}

/** Every drill that the shop's campaigns have planned, by its day: what is overdue keeps a campaign from its go (P15.11). */
export async function plannedDrills(context: Context, store: Store): Promise<PlannedDrill[]> {
  const { db } = context.records
  const { day: today } = shopMoment(context.clock.now(), store.timezone)
  const planned: PlannedDrill[] = []
  for (const { id, state, body } of await readCampaignRows(db, store.id)) {
    if (state === 'archived') continue
    const rows = await readEntryRows(db, { store: store.id, campaign: id, kinds: ['drill'] })
    for (const drill of entriesOf(rows.map(entryOf), 'drill')) {
      const { title, scenario, phase, owner, dueDay, held } = drill.body
      planned.push({
        campaign: id,
        campaignName: body.name,
        entry: drill.id,
        title,
        scenario,
        phase,
        owner,
        dueDay,
        state: stateOf(held, dueDay, today),
        heldAt: held?.at ?? null,
      })
    }
  }
  return planned.sort((a, b) => (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : 0))
}
