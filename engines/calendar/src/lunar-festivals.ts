import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { dayOfLunar, springFestival } from './lunar-date.ts'

/**
 * Lunar festivals in the order of the lunar year. `anchor` marks those that move shop sales and lead a comparison by lunar
 * date. 小年 is kept on the 23rd (north) and named so; the south keeps it a day later.
 */
export const LUNAR_FESTIVALS = [
  { id: 'springFestival', nameZh: '春节', nameEn: 'Spring Festival', month: 1, day: 1, anchor: true },
  { id: 'lantern', nameZh: '元宵', nameEn: 'Lantern Festival', month: 1, day: 15, anchor: false },
  { id: 'dragonBoat', nameZh: '端午', nameEn: 'Dragon Boat Festival', month: 5, day: 5, anchor: true },
  { id: 'qixi', nameZh: '七夕', nameEn: 'Qixi', month: 7, day: 7, anchor: true },
  { id: 'midAutumn', nameZh: '中秋', nameEn: 'Mid-Autumn Festival', month: 8, day: 15, anchor: true },
  { id: 'doubleNinth', nameZh: '重阳', nameEn: 'Double Ninth Festival', month: 9, day: 9, anchor: false },
  { id: 'laba', nameZh: '腊八', nameEn: 'Laba', month: 12, day: 8, anchor: false },
  { id: 'littleNewYear', nameZh: '小年', nameEn: 'Little New Year', month: 12, day: 23, anchor: false },
  { id: 'newYearsEve', nameZh: '除夕', nameEn: "New Year's Eve", month: 12, day: 30, anchor: false },
] as const
export type LunarFestivalId = (typeof LUNAR_FESTIVALS)[number]['id']

/**
 * The day of a festival of a lunar year; 腊八, 小年 and 除夕 of lunar year 2026 mostly fall in early 2027.
 * Errors: throws on an id that is no festival.
 */
export function lunarFestivalDay(id: LunarFestivalId, year: number): BusinessDay {
  const festival = LUNAR_FESTIVALS.find((f) => f.id === id)
  if (!festival) throw new Error(`no lunar festival named ${id}`)
  const key = `${id}/${year}`
  const day = known.get(key) ?? placeFestival(festival, year)
  known.set(key, day)
  return day
}

function placeFestival({ id, month, day }: (typeof LUNAR_FESTIVALS)[number], year: number): BusinessDay {
  // The last month has 29 or 30 days; its last day is the day before the new year.
  return id === 'newYearsEve' ? addDays(springFestival(year + 1), -1) : dayOfLunar({ year, month, day })
}

// A lunar date costs a fraction of a millisecond, and every day of a calendar asks for the same few.
const known = new Map<string, BusinessDay>()

export type LunarFestival = { id: LunarFestivalId; nameZh: string; nameEn: string; day: BusinessDay }

/** Every lunar festival with its day in `[from, to)`, in order. */
export function lunarFestivalsBetween(from: BusinessDay, to: BusinessDay): LunarFestival[] {
  const found: LunarFestival[] = []
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++)
    for (const { id, nameZh, nameEn } of LUNAR_FESTIVALS) {
      const day = lunarFestivalDay(id, year)
      if (from <= day && day < to) found.push({ id, nameZh, nameEn, day })
    }
  return found.sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The sales-moving festival nearest to a day, the earlier one on a tie, with the day's distance from it. */
export function nearestLunarFestival(day: BusinessDay): { id: LunarFestivalId; year: number; offset: number } {
  const year = Number(day.slice(0, 4))
  const candidates = [year - 1, year, year + 1].flatMap((y) =>
    LUNAR_FESTIVALS.filter(({ anchor }) => anchor).map(({ id }) => ({
      id,
      year: y,
      offset: daysBetween(lunarFestivalDay(id, y), day),
    })),
  )
  return candidates.reduce((best, next) => (Math.abs(next.offset) < Math.abs(best.offset) ? next : best))
}

/** The day that stood at the same distance from the same festival one lunar year earlier. */
export function lunarYearBefore(day: BusinessDay): BusinessDay {
  const { id, year, offset } = nearestLunarFestival(day)
  return addDays(lunarFestivalDay(id, year - 1), offset)
}
