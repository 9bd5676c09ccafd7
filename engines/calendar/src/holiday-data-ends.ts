import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { DayRange } from './aligned-range.ts'
import { type HolidayOverrides, isHolidayYearKnown } from './statutory-day.ts'

/** From `fromDay` to `toDay` (half-open) nobody has stated which days are worked. */
export type HolidayDataEnds = { code: 'holidayDataEnds'; year: number; fromDay: BusinessDay; toDay: BusinessDay }

/** One warning for each year of the range whose holidays are in no notice and no override table. */
export function holidayDataEnds({ from, to }: DayRange, overrides?: HolidayOverrides): HolidayDataEnds[] {
  const warnings: HolidayDataEnds[] = []
  const last = addDays(to, -1)
  for (let year = Number(from.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    if (isHolidayYearKnown(year, overrides)) continue
    const [start, end] = [parseDay(`${year}-01-01`), parseDay(`${year + 1}-01-01`)]
    warnings.push({
      code: 'holidayDataEnds',
      year,
      fromDay: from > start ? from : start,
      toDay: to < end ? to : end,
    })
  }
  return warnings
}
