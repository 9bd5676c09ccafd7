import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { Lunar } from 'lunar-typescript'

/** The 24 solar terms in the order of the Gregorian year. */
export const SOLAR_TERMS = [
  { id: 'lesserCold', nameZh: '小寒', nameEn: 'Lesser Cold' },
  { id: 'greaterCold', nameZh: '大寒', nameEn: 'Greater Cold' },
  { id: 'springBegins', nameZh: '立春', nameEn: 'Spring begins' },
  { id: 'rainWater', nameZh: '雨水', nameEn: 'Rain Water' },
  { id: 'insectsWake', nameZh: '惊蛰', nameEn: 'Insects wake' },
  { id: 'springEquinox', nameZh: '春分', nameEn: 'Spring equinox' },
  { id: 'clearBright', nameZh: '清明', nameEn: 'Qingming' },
  { id: 'grainRain', nameZh: '谷雨', nameEn: 'Grain Rain' },
  { id: 'summerBegins', nameZh: '立夏', nameEn: 'Summer begins' },
  { id: 'grainBuds', nameZh: '小满', nameEn: 'Grain buds' },
  { id: 'grainInEar', nameZh: '芒种', nameEn: 'Grain in ear' },
  { id: 'summerSolstice', nameZh: '夏至', nameEn: 'Summer solstice' },
  { id: 'lesserHeat', nameZh: '小暑', nameEn: 'Lesser Heat' },
  { id: 'greaterHeat', nameZh: '大暑', nameEn: 'Greater Heat' },
  { id: 'autumnBegins', nameZh: '立秋', nameEn: 'Autumn begins' },
  { id: 'heatEnds', nameZh: '处暑', nameEn: 'Heat ends' },
  { id: 'whiteDew', nameZh: '白露', nameEn: 'White Dew' },
  { id: 'autumnEquinox', nameZh: '秋分', nameEn: 'Autumn equinox' },
  { id: 'coldDew', nameZh: '寒露', nameEn: 'Cold Dew' },
  { id: 'frostFalls', nameZh: '霜降', nameEn: 'Frost falls' },
  { id: 'winterBegins', nameZh: '立冬', nameEn: 'Winter begins' },
  { id: 'lesserSnow', nameZh: '小雪', nameEn: 'Lesser Snow' },
  { id: 'greaterSnow', nameZh: '大雪', nameEn: 'Greater Snow' },
  { id: 'winterSolstice', nameZh: '冬至', nameEn: 'Winter solstice' },
] as const
export type SolarTermId = (typeof SOLAR_TERMS)[number]['id']

/** The library's table runs from one winter to the next and names the second winter's terms in Latin letters. */
const SECOND_WINTER = { 冬至: 'DONG_ZHI' } as const

const tables = new Map<number, ReadonlyMap<SolarTermId, BusinessDay>>()

function termsOf(year: number): ReadonlyMap<SolarTermId, BusinessDay> {
  const known = tables.get(year)
  if (known) return known
  const table = Lunar.fromYmd(year, 1, 1).getJieQiTable()
  const days = SOLAR_TERMS.map(({ id, nameZh }) => {
    const key = nameZh === '冬至' ? SECOND_WINTER[nameZh] : nameZh
    const solar = table[key]
    if (!solar) throw new Error(`no solar term ${nameZh} in ${year}`)
    return [id, parseDay(solar.toYmd())] as const
  })
  const terms = new Map(days)
  tables.set(year, terms)
  return terms
}

/**
 * The day on which a solar term begins (Beijing time).
 * Source: lunar-typescript 1.8.6; checked for 2015–2035 against a second implementation.
 * @example solarTermDay('clearBright', 2026) // '2026-04-05'
 */
export function solarTermDay(id: SolarTermId, year: number): BusinessDay {
  const day = termsOf(year).get(id)
  if (!day) throw new Error(`no solar term named ${id}`)
  return day
}

export type SolarTerm = { id: SolarTermId; nameZh: string; nameEn: string; day: BusinessDay }

/** Every solar term that begins in `[from, to)`, in order. */
export function solarTermsBetween(from: BusinessDay, to: BusinessDay): SolarTerm[] {
  const found: SolarTerm[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const term of SOLAR_TERMS) {
      const day = solarTermDay(term.id, year)
      if (from <= day && day < to) found.push({ ...term, day })
    }
  return found
}
