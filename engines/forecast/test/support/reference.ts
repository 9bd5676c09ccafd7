import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../reference')

/** A table of reference values; its `source`, `again` and `tolerance` say where they come from. */
export const reference = <T>(name: string): T => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as T

type SeriesName = 'airPassengers' | 'nile' | 'co2' | 'oil' | 'ausair' | 'austourists'
const known = reference<Record<SeriesName, number[]>>('series')

export const referenceSeries = (name: SeriesName): Float64Array => Float64Array.from(known[name])

/** The largest difference between two lists, relative to the largest value. */
export function relativeGap(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY
  let gap = 0
  let size = 0
  for (let i = 0; i < wanted.length; i++) {
    gap = Math.max(gap, Math.abs((found[i] ?? Number.NaN) - (wanted[i] as number)))
    size = Math.max(size, Math.abs(wanted[i] as number))
  }
  return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap / size
}
