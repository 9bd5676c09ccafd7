import {
  anniversaryNumber,
  anniversaryRule,
  type DayRange,
  type Occasion,
  type OccasionRule,
  occasionsBetween,
  TMALL_OCCASIONS,
} from '@zhanggui/calendar'
import type { CalendarOccasion } from '@zhanggui/contract'
import type { BusinessDay } from '@zhanggui/kernel'
import { occasionRulesOf, type StatedOccasion } from './read-shop-calendar.ts'

type Stated = readonly StatedOccasion[]

/** The record in which a year of a platform occasion is stated. */
const restated = (occasion: Occasion, stated: Stated): StatedOccasion | undefined =>
  stated.find((s) => s.replaces === occasion.id && s.counted && s.mainDay === occasion.mainDay)

function present(occasion: Occasion, stated: Stated): CalendarOccasion {
  const own = stated.find(({ id }) => id === occasion.id)
  const record = own ?? restated(occasion, stated)
  const { id, year, nameZh, nameEn, kind, mainDay, from, to } = occasion
  return {
    id,
    year,
    nameZh,
    nameEn,
    kind,
    origin: record ? 'shop' : 'platform',
    row: record?.row ?? null,
    counted: own?.counted ?? true,
    mainDay,
    from,
    to,
    phases: [...occasion.phases],
  }
}

/** An anniversary that the shop has not made an occasion of: shown every year, counted as a campaign once it has. */
function anniversaries(founded: BusinessDay | null, range: DayRange): CalendarOccasion[] {
  if (!founded) return []
  return occasionsBetween(range.from, range.to, [anniversaryRule(founded)]).map((occasion) => {
    const number = anniversaryNumber(founded, occasion.year)
    return {
      ...present(occasion, []),
      nameZh: `${number}周年庆`,
      nameEn: `Anniversary ${number}`,
      origin: 'founding',
      counted: false,
    }
  })
}

const holds = (occasion: CalendarOccasion, day: string): boolean => occasion.from <= day && day < occasion.to

/**
 * Every occasion with a day in the range: the platform's, the shop's (counted or not), and the anniversary unless an own
 * occasion of the shop stands on its day.
 */
export function calendarOccasions(founded: BusinessDay | null, stated: Stated, range: DayRange): CalendarOccasion[] {
  const counted = occasionRulesOf(stated.filter((s) => s.counted))
  const silent = occasionRulesOf(stated.filter((s) => !s.counted && s.replaces === null)).filter(
    (rule: OccasionRule) => !TMALL_OCCASIONS.some(({ id }) => id === rule.id),
  )
  const all = occasionsBetween(range.from, range.to, [...counted, ...silent]).map((o) => present(o, stated))
  const own = all.filter(({ origin }) => origin === 'shop')
  const founding = anniversaries(founded, range).filter(({ mainDay }) => !own.some((o) => holds(o, mainDay)))
  return [...all, ...founding].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1))
}
