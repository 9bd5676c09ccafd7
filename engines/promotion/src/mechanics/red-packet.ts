import { defineMechanic } from './mechanic.ts'
import { amount, onlyFields, optional } from './params.ts'

/**
 * A red packet (红包): what the packet holds is said by the claim, since packets differ (红包雨, 膨胀红包); never more than `mostCents`.
 * `minCents`: only for an order of so much.
 */
export type RedPacket = { mostCents: number; minCents?: number }

export const redPacket = defineMechanic<RedPacket>({
  mechanic: 'redPacket',
  zh: '红包',
  en: 'Red packet',
  level: 'redPacket',
  example: { mostCents: 2000 },
  check: (params) => [
    ...onlyFields(params, ['mostCents', 'minCents']),
    ...amount(params, 'mostCents'),
    ...optional(params, 'minCents', () => amount(params, 'minCents')),
  ],
  apply({ mostCents, minCents = 0 }, { baseSum, claimCents }) {
    const off = Math.min(claimCents ?? mostCents, mostCents)
    if (baseSum >= minCents) return { hit: true, off }
    return { hit: false, reason: 'below_threshold', next: { shortCents: minCents - baseSum, cutCents: off } }
  },
})
