import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { dayOfLunar } from './lunar-date.ts'

/** The lunar festivals that move shop sales; each is an anchor for comparison by lunar date. */
export const LUNAR_FESTIVALS = [
  { id: 'springFestival', nameZh: '春节', nameEn: 'Spring Festival', month: 1, day: 1 },
  { id: 'dragonBoat', nameZh: '端午', nameEn: 'Dragon Boat Festival', month: 5, day: 5 },
  { id: 'qixi', nameZh: '七夕', nameEn: 'Qixi', month: 7, day: 7 },
  { id: 'midAutumn', nameZh: '中秋', nameEn: 'Mid-Autumn Festival', month: 8, day: 15 },
] as const
export type LunarFestivalId = (typeof LUNAR_FESTIVALS)[number]['id']

/** Errors: throws on an id that is no festival. */
export function lunarFestivalDay(id: LunarFestivalId, year: number): BusinessDay {
  const festival = LUNAR_FESTIVALS.find((f) => f.id === id)
  if (!festival) throw new Error(`no lunar festival named ${id}`)
  return dayOfLunar({ year, month: festival.month, day: festival.day })
}

/** The festival nearest to a day, the earlier one on a tie, with the day's distance from it. */
export function nearestLunarFestival(day: BusinessDay): { id: LunarFestivalId; year: number; offset: number } {
  const year = Number(day.slice(0, 4))
  const candidates = [year - 1, year, year + 1].flatMap((y) =>
    LUNAR_FESTIVALS.map(({ id }) => ({ id, year: y, offset: daysBetween(lunarFestivalDay(id, y), day) })),
  )
  return candidates.reduce((best, next) => (Math.abs(next.offset) < Math.abs(best.offset) ? next : best))
}

/** The day that stood at the same distance from the same festival one lunar year earlier. */
export function lunarYearBefore(day: BusinessDay): BusinessDay {
  const { id, year, offset } = nearestLunarFestival(day)
  return addDays(lunarFestivalDay(id, year - 1), offset)
}
