import type { ModelId } from '../forecast.ts'
import type { History } from '../series/prepare-history.ts'

type ClassicalId = Exclude<ModelId, 'decomposition'>

const SPARSE: readonly ClassicalId[] = ['naive', 'ses', 'croston', 'sba', 'tsb', 'adida']
const DENSE: readonly ClassicalId[] = [
  'naive',
  'seasonalNaive',
  'ses',
  'dampedHolt',
  'theta',
  'ets',
  'holtWintersAdditive',
]

/** Fewer known values than this allow no more than the simplest models. */
const FEW = 8

/** The classical models worth trying on a history, by its length and kind of demand. */
export function candidateIds(history: History): ClassicalId[] {
  const known = history.values.reduce((count, v) => count + (Number.isNaN(v) ? 0 : 1), 0)
  if (known < FEW) return ['naive', 'ses']
  const kind = history.demand?.kind
  if (kind === 'intermittent' || kind === 'lumpy')
    return history.grain === 'day' ? [...SPARSE, 'seasonalNaive'] : [...SPARSE]
  return [...DENSE]
}
