import type { CampaignClock, ClockedCampaign } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { occasionRulesOf, readCountedOccasions } from '../calendar/read-shop-calendar.ts'
import { readCampaignRows } from '../records/campaign-rows.ts'
import { windowsOf } from '../records/plan-of.ts'
import type { CampaignRow } from '../schema.ts'

const clocked = ({ id, body }: CampaignRow): ClockedCampaign => ({
  id,
  name: body.name,
  occasion: body.occasion,
  size: body.size,
  mainDay: parseDay(body.mainDay),
  windows: windowsOf(body),
  targetCents: body.goal.targetCents,
})

/** What tells the phase of a shop at any moment: its campaigns, those that are over too; a draft says nothing yet. */
export async function readCampaignClock(context: Context, { id }: Pick<Store, 'id'>): Promise<CampaignClock> {
  const [rows, stated] = await Promise.all([
    readCampaignRows(context.records.db, id),
    readCountedOccasions(context, id),
  ])
  return {
    campaigns: rows.filter(({ state }) => state !== 'draft').map(clocked),
    occasions: occasionRulesOf(stated),
  }
}
