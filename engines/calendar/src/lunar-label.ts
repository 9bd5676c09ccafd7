import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { Solar } from 'lunar-typescript'

/**
 * How a wall calendar writes the lunar day: `初二`, and the month's name on its first day (`八月`, `闰六月`).
 * @example lunarLabel(parseDay('2026-02-18')) // '初二'
 */
export function lunarLabel(day: BusinessDay): string {
  const [year, month, date] = parseDay(day).split('-').map(Number) as [number, number, number]
  const lunar = Solar.fromYmd(year, month, date).getLunar()
  return lunar.getDay() === 1 ? `${lunar.getMonthInChinese()}月` : lunar.getDayInChinese()
}
