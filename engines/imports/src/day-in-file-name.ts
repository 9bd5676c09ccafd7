import { isBusinessDay } from '@zhanggui/kernel'

/**
 * The business day of a one-day report that names it only in the file name. With a range, the first day when both are the
 * same, else `null`: a figure over several days belongs to no single one.
 * @example dayInFileName('商品报表_20260701_101530.csv') // '2026-07-01'
 */
export function dayInFileName(name: string): string | null {
  const days = [...name.matchAll(/(?<!\d)(20\d{2})[-_.年]?(0[1-9]|1[0-2])[-_.月]?(0[1-9]|[12]\d|3[01])(?!\d)/g)]
    .map(([, y, m, d]) => `${y}-${m}-${d}`)
    .filter(isBusinessDay)
  return days.length > 0 && new Set(days).size === 1 ? (days[0] ?? null) : null
}
