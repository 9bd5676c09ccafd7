import type { BusinessDay } from '@zhanggui/kernel'
import type { OccasionRule, PhaseSpan } from './occasion.ts'

/** Source: D0 (周年庆 as a rule-defined occasion); the length is a default that the shop edits. */
export const ANNIVERSARY_PHASES: readonly PhaseSpan[] = [
  ['preheat', -7, -1],
  ['burst', 0, 2],
  ['closing', 3, 3],
]
const WEIGHT = 4

/**
 * 周年庆: the day the shop was founded, each year from the first anniversary on. Someone founded on 29 February keeps it on
 * the 28th in a common year.
 */
export function anniversaryRule(foundedDay: BusinessDay): OccasionRule {
  const [year, month, day] = foundedDay.split('-').map(Number) as [number, number, number]
  return {
    id: 'anniversary',
    nameZh: '周年庆',
    nameEn: 'Anniversary',
    kind: 'shop',
    aliases: ['店庆', '品牌周年庆'],
    anchor: { kind: 'fixed', month, day },
    weight: WEIGHT,
    packs: [{ fromYear: year + 1, phases: ANNIVERSARY_PHASES }],
  }
}

/** Which anniversary a year brings. @example anniversaryNumber(parseDay('2019-05-20'), 2026) // 7 */
export const anniversaryNumber = (foundedDay: BusinessDay, year: number): number =>
  year - Number(foundedDay.slice(0, 4))
