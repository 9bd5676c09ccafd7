import type { ImportJob } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import { addDays } from '../../../range/day-arithmetic.ts'

/** The job names its first and last day; ranges of this product are half-open, so the day after is where they end. */
export const halfOpenRange = (job: Pick<ImportJob, 'from' | 'to'>): { from: string; to: string } | null =>
  job.from === null || job.to === null ? null : { from: job.from, to: addDays(job.to, 1) }

/** The days of an import in words; `–` when it holds no dated row. */
export function includedRange(job: Pick<ImportJob, 'from' | 'to'>, format: Format): string {
  const range = halfOpenRange(job)
  return range === null ? format.exact(null, null) : format.dayRange(range)
}
