import type { OccasionRule } from '@zhanggui/calendar'
import type { CampaignClock } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import type { ShopChannel } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { readCampaignClock } from '../../campaigns/index.ts'
import { readChannels } from '../../insight/read-channels.ts'

/** A shop with what its figures are cut by. `phases` tells the campaign of a day; `occasions` is how the catalogue aligns years. */
export type Subject = {
  store: Store
  channels: readonly ShopChannel[]
  occasions: readonly OccasionRule[]
  phases: CampaignClock
}

export async function readSubject(context: Context, store: Store): Promise<Subject> {
  const [channels, phases] = await Promise.all([readChannels(context, store.id), readCampaignClock(context, store)])
  return { store, channels, occasions: phases.occasions, phases }
}
