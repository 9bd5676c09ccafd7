import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import { lunarFestivalDay } from './lunar-festivals.ts'
import { solarTermDay } from './solar-terms.ts'

/** A run of days that the law itself makes holidays; the year's notice adds the days moved around them. */
export type StatutoryFestival = { nameZh: string; nameEn: string; from: BusinessDay; days: number }

const LUNAR_EVE_SINCE = 2025

/**
 * The festivals that the law names for a year, without any day moved by the yearly notice.
 * Source: 全国年节及纪念日放假办法, as amended on 2024-11-10 (from 2025: 除夕 to 初三, and 2 May); before that as of 2013.
 */
export function statutoryFestivals(year: number): StatutoryFestival[] {
  const on = (monthDay: string): BusinessDay => parseDay(`${year}-${monthDay}`)
  const spring = lunarFestivalDay('springFestival', year)
  const amended = year >= LUNAR_EVE_SINCE
  return [
    { nameZh: '元旦', nameEn: "New Year's Day", from: on('01-01'), days: 1 },
    amended
      ? { nameZh: '春节', nameEn: 'Spring Festival', from: addDays(spring, -1), days: 4 }
      : { nameZh: '春节', nameEn: 'Spring Festival', from: spring, days: 3 },
    { nameZh: '清明', nameEn: 'Qingming', from: solarTermDay('clearBright', year), days: 1 },
    { nameZh: '劳动节', nameEn: 'Labour Day', from: on('05-01'), days: amended ? 2 : 1 },
    { nameZh: '端午', nameEn: 'Dragon Boat Festival', from: lunarFestivalDay('dragonBoat', year), days: 1 },
    { nameZh: '中秋', nameEn: 'Mid-Autumn Festival', from: lunarFestivalDay('midAutumn', year), days: 1 },
    { nameZh: '国庆节', nameEn: 'National Day', from: on('10-01'), days: 3 },
  ]
}

const inside = ({ from, days }: StatutoryFestival, day: BusinessDay): boolean =>
  from <= day && day < addDays(from, days)

const byYear = new Map<number, StatutoryFestival[]>()

/** The festival that makes a day a holiday by law; undefined on every other day. */
export function statutoryFestivalOf(day: BusinessDay): StatutoryFestival | undefined {
  const year = Number(day.slice(0, 4))
  const festivals = byYear.get(year) ?? statutoryFestivals(year)
  byYear.set(year, festivals)
  return festivals.find((festival) => inside(festival, day))
}
