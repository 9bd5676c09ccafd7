import { channelNamed } from '@zhanggui/budget'
import { channelParams, type ShopChannel } from '@zhanggui/metrics'

/** Classes of traffic that no budget pays for by themselves, although their names may sound like a tool's. */
const NATURAL = new Set(['search', 'recommend', 'direct', 'activity', 'other'])

/** The channel of the budget that pays for a traffic channel; null for natural traffic. */
export function budgetChannelOf(shop: readonly ShopChannel[]): (channel: string) => string | null {
  const { channelNames, channelClasses, paidChannels } = channelParams(shop)
  const classes = new Map(channelNames.map((name, i) => [name, channelClasses[i] ?? 'other']))
  const paid = new Set(paidChannels)
  return (channel) => {
    const name = channel.toLowerCase()
    const isNatural = NATURAL.has(classes.get(name) ?? 'other') && !paid.has(name)
    return isNatural ? null : (channelNamed(channel)?.id ?? null)
  }
}
