import { type Coverage, getSource, readCoverage, type Source } from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import { answerOnce } from './answer-cache.ts'
import { lookAtCoverage } from './remembered/look-at-coverage.ts'

/** From when to when the shop has data in each source; null where it has none. Sources with the same rule share a look. */
export async function readCoverages(
  context: Context,
  store: string,
  sources: readonly Source[],
): Promise<Map<string, Coverage | null>> {
  // Periods are counted in days with order data, whichever metrics are asked for.
  const wanted = new Map([getSource('paidLines'), ...sources].map((s) => [s.id, s]))
  const entries = [...wanted.values()].map(async (source) => {
    const look = () => lookAtCoverage(context, store, source)
    return [source.id, readCoverage(await answerOnce(context, ['coverage', store, source.coverage], look))] as const
  })
  return new Map(await Promise.all(entries))
}

/** The whole span of the data behind some sources, both days included; null when there is none. */
export function coveredRange(coverages: Iterable<Coverage | null>): { first: string; last: string } | null {
  const known = [...coverages].filter((c) => c !== null)
  const first = known.map((c) => c.first).sort()[0]
  const last = known
    .map((c) => c.last)
    .sort()
    .at(-1)
  return first && last ? { first, last } : null
}
