import type { QueryRequest } from '@zhanggui/contract'
import type { CompareChoice, DayRange } from '../../../range/range.ts'

/** Range and comparison of a question, as a link to the explorer takes them along. */
export const linkRange = ({ from, to, compare }: QueryRequest): { days?: DayRange; compare: CompareChoice } => ({
  ...(from && to ? { days: { from, to } } : {}),
  compare: compare ?? 'none',
})
