import type { BusinessDay } from '@zhanggui/kernel'
import type { ForecastLines } from './forecast-lines.ts'
import type { Overlaps } from './people-overlap.ts'
import type { Figures } from './read-figures.ts'

/** What the goals of a plan are judged by, as of a day. */
export type Judging = {
  asOf: BusinessDay
  figures: Figures
  lines: ForecastLines
  shares: ReadonlyMap<string, number | null>
  overlaps: Overlaps
}
