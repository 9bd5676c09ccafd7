import { type Period, parseDay, parsePeriod } from '@zhanggui/kernel'
import { addMonths, type DayRange } from '../aligned-range.ts'
import type { PlanTemplate } from './plan-template.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** The days of a template's months, half-open. */
export function templateSpan({ months: [first, last] }: PlanTemplate, year: number): DayRange {
  const from = parseDay(`${year}-${two(first)}-01`)
  return { from, to: addMonths(from, last - first + 1) }
}

/** The month or quarter that the template is; the year for one that is neither. */
export function templatePeriod({ months: [first, last] }: PlanTemplate, year: number): Period {
  if (first === last) return parsePeriod(`${year}-${two(first)}`)
  if (last - first === 2 && first % 3 === 1) return parsePeriod(`${year}-Q${(first + 2) / 3}`)
  return parsePeriod(String(year))
}
