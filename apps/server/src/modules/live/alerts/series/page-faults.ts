import type { Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { reportSpeed } from '../../../traffic/speed/report-speed.ts'

/** Kinds of page that break their budget, or have become slower, among those of which enough loads were seen; null: of none. */
export async function countPageFaults(
  context: Context,
  store: Store,
  id: string,
): Promise<{ value: number | null; sample: number }> {
  const { pages } = await reportSpeed(context, store, {})
  const known = pages.filter(({ isKnown }) => isKnown)
  const wrong = known.filter(({ faults }) =>
    id === 'pagesSlower' ? faults.includes('slower') : faults.some((fault) => fault !== 'slower'),
  )
  return { value: known.length === 0 ? null : wrong.length, sample: known.length }
}
