import { ATTRIBUTION_SETTINGS, attribute, collapsePath, type Journey } from '@zhanggui/attribution'
import { type Attribution, AttributionQuery, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { answerOnce } from '../../insight/answer-cache.ts'
import { readChannels } from '../../insight/read-channels.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { channelNames, readJourneys } from './read-journeys.ts'

/** Ways shown; the rest is in the figures. */
const PATHS_SHOWN = 12

const UNTRACKED = { nameZh: '未追踪到来源', nameEn: 'Not tracked' }

/** Orders of the catalogue that no journey has: buyers without a name, amounts that are not known. */
function withoutWay(total: { orders: number; paidCents: number }, journeys: readonly Journey[]): Journey {
  const sum = (pick: (j: Journey) => number): number => journeys.reduce((acc, j) => acc + pick(j), 0)
  return {
    touches: [],
    conversions: Math.max(0, total.orders - sum((j) => j.conversions)),
    paidCents: total.paidCents - sum((j) => j.paidCents),
    nulls: 0,
  }
}

function topPaths(journeys: readonly Journey[]): Attribution['paths'] {
  const paths = new Map<string, Attribution['paths'][number]>()
  for (const { touches, conversions, paidCents } of journeys) {
    if (conversions === 0 || touches.length === 0) continue
    const channels = collapsePath(touches).map((t) => t.channel)
    const key = channels.join('\n')
    const known = paths.get(key) ?? { channels, conversions: 0, paidCents: 0 }
    paths.set(key, { channels, conversions: known.conversions + conversions, paidCents: known.paidCents + paidCents })
  }
  const sorted = [...paths.values()].sort((a, b) => b.paidCents - a.paidCents || b.conversions - a.conversions)
  return sorted.slice(0, PATHS_SHOWN)
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/**
 * Who led buyers to the shop, by seven models side by side (P8.33); every model adds up to what the catalogue says was paid.
 * Shape: contract `Attribution`. Errors: as `runQuery`.
 */
export async function readAttribution(
  context: Context,
  store: Store,
  query: AttributionQuery,
  asker?: Asker,
): Promise<Attribution> {
  const asked = parseInput(AttributionQuery, query)
  const { from, to, by, windowDays, halfLifeDays } = asked
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const { totals, range: days } = await runQuery(context, store, { metrics: ['paid', 'orders'], ...range }, asker)
  const total = { orders: numberOf(totals.orders), paidCents: numberOf(totals.paid) }
  if (!days) return { ...EMPTY, range: null, currency: store.currency, windowDays, total }
  const channelList = await readChannels(context, store.id)
  return answerOnce(context, ['attribution', store, asked, days, total, channelList], async () => {
    const known = await readJourneys(context, store, { ...days, windowDays, by, channels: channelList })
    const journeys = [...known, withoutWay(total, known)]
    const { channels, chance, isShapleyExact } = attribute(journeys, { ...ATTRIBUTION_SETTINGS, halfLifeDays })
    return {
      range: days,
      currency: store.currency,
      windowDays,
      total,
      left: known.reduce((sum, j) => sum + j.nulls, 0),
      chance,
      isShapleyExact,
      channels: channels
        .map((row) => ({ ...row, ...(row.channel === '' ? UNTRACKED : channelNames(row.channel)) }))
        .toSorted(
          (a, b) => b.models.shapley.paidCents - a.models.shapley.paidCents || (a.channel < b.channel ? -1 : 1),
        ),
      paths: topPaths(journeys),
    }
  })
}

const EMPTY = { left: 0, chance: 0, isShapleyExact: true, channels: [], paths: [] }
