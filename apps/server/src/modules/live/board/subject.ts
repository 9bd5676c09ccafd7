import type { OccasionRule } from '@zhanggui/calendar'
import type { Store } from '@zhanggui/contract'
import type { ShopChannel } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { occasionRulesOf, readCountedOccasions } from '../../campaigns/calendar/read-shop-calendar.ts'
import { readChannels } from '../../insight/read-channels.ts'

/** A shop with what its figures are cut by. */
export type Subject = { store: Store; channels: readonly ShopChannel[]; occasions: readonly OccasionRule[] }

export async function readSubject(context: Context, store: Store): Promise<Subject> {
  const [channels, own] = await Promise.all([readChannels(context, store.id), readCountedOccasions(context, store.id)])
  return { store, channels, occasions: occasionRulesOf(own) }
}
