import type { QueryResult } from '@zhanggui/contract'
import type { Span } from '../../charts/series.ts'
import { bucketOf, type Grain } from './bucket-of.ts'
import { campaignSpans } from './campaign-spans.ts'

/** Campaign days as stretches of a chart's axis. A span of which the axis shows nothing falls away. */
export function spansOnAxis(rows: QueryResult['rows'], keys: readonly string[], grain: Grain): Span[] {
  return campaignSpans(rows).flatMap(({ occasion, first, last }) => {
    const lastKey = grain === 'hour' ? `${last}T23` : bucketOf(last, grain)
    const inside = keys.filter((key) => key >= bucketOf(first, grain) && key <= lastKey)
    const [from, to] = [inside[0], inside.at(-1)]
    return from !== undefined && to !== undefined ? [{ name: occasion, from, to }] : []
  })
}
