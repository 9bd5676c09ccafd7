import { foldWidth, toSimplified } from '@zhanggui/text'

/** A length of time as a text gives it, in days; `quote` as written. */
export type Duration = { quote: string; minDays: number; maxDays: number }

const UNIT_DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, d: 1, 周: 7, 个星期: 7, 星期: 7, 个月: 30, 月: 30 }
const CHINESE: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  十: 10,
  半: 0.5,
}
const NUMBER = '\\d{1,3}|[一二两三四五六七八十半]'
const DURATION = new RegExp(`(${NUMBER})\\s*(?:[-~至到—–]\\s*(${NUMBER})\\s*)?(天|日|周|个?星期|个月)`, 'g')

const numberOf = (text: string): number => CHINESE[text] ?? Number(text)

/** Lengths of time in a text: 7-15天, 1—2周, 两周. */
export const findDurations = (text: string): Duration[] =>
  Array.from(toSimplified(foldWidth(text)).matchAll(DURATION), ([quote, from = '', to, unit = '']) => {
    const days = UNIT_DAYS[unit] ?? 1
    return { quote, minDays: numberOf(from) * days, maxDays: numberOf(to ?? from) * days }
  })
