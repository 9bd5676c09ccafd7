import { findChannel, wideningChannels } from '@zhanggui/budget'
import type { CostType } from '@zhanggui/contract'

/** People and places that are paid by the slot (坑位费): hosts, creators and whoever recommends for a fee. */
const SLOTS = new Set(['live', 'creators', 'koc', 'kol'])

/** What kind of cost a channel of the budget is; the narrowest of its wider channels that says so decides. */
export function costTypeOf(channel: string): CostType {
  if (findChannel(channel)?.kind === 'subsidy') return 'subsidies'
  for (const id of wideningChannels(channel)) {
    if (SLOTS.has(id)) return 'slots'
    if (id === 'content') return 'content'
    if (id === 'traffic') return 'ads'
  }
  return 'other'
}
