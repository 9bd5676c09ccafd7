import {
  ANNIVERSARY_BLOCKS,
  anniversaryNumber,
  anniversaryRule,
  type DayRange,
  OCCASION_BLOCKS,
  type Occasion,
  type OccasionRule,
  occasionsBetween,
  placeBlocks,
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
    blocks: own ? placeBlocks(occasion, OCCASION_BLOCKS) : [],
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
      blocks: placeBlocks(occasion, ANNIVERSARY_BLOCKS),
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
  const usual = anniversaries(founded, range)
  const anniversary = (o: Occasion): boolean => usual.some(({ mainDay }) => o.from <= mainDay && mainDay < o.to)
  const all = occasionsBetween(range.from, range.to, [...counted, ...silent]).map((occasion) => {
    const shown = present(occasion, stated)
    // An own occasion on the founding day is the anniversary under the shop's name.
    const upgraded = shown.blocks.length > 0 && anniversary(occasion)
    return upgraded ? { ...shown, blocks: placeBlocks(occasion, ANNIVERSARY_BLOCKS) } : shown
  })
  const own = all.filter(({ origin }) => origin === 'shop')
  const founding = usual.filter(({ mainDay }) => !own.some((o) => holds(o, mainDay)))
  return [...all, ...founding].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1))
}
