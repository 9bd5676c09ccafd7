import { type Period, parsePeriod } from '@zhanggui/kernel'

/** The same period a year before: `2027-Q2` → `2026-Q2`; 29 February has none but the 28th. */
export function lastYear(period: Period): Period {
  const year = String(Number(period.slice(0, 4)) - 1).padStart(4, '0')
  const rest = period.slice(4)
  return parsePeriod(rest === '-02-29' ? `${year}-02-28` : `${year}${rest}`)
}
