import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { nthWeekday, type Weekday } from './weekday.ts'

type ObservanceRule = { id: string; nameZh: string; nameEn: string } & (
  | { month: number; day: number }
  | { month: number; weekday: Weekday; nth: number }
)

/** Days that shoppers know, fixed and floating; they name a day but carry no campaign of their own. */
export const OBSERVANCES: readonly ObservanceRule[] = [
  { id: 'newYear', nameZh: '元旦', nameEn: "New Year's Day", month: 1, day: 1 },
  { id: 'valentine', nameZh: '情人节', nameEn: "Valentine's Day", month: 2, day: 14 },
  { id: 'womensDay', nameZh: '妇女节', nameEn: "Women's Day", month: 3, day: 8 },
  { id: 'consumerDay', nameZh: '消费者日', nameEn: 'Consumer Rights Day', month: 3, day: 15 },
  { id: 'labourDay', nameZh: '劳动节', nameEn: 'Labour Day', month: 5, day: 1 },
  { id: 'youthDay', nameZh: '青年节', nameEn: 'Youth Day', month: 5, day: 4 },
  { id: 'mothersDay', nameZh: '母亲节', nameEn: "Mother's Day", month: 5, weekday: 7, nth: 2 },
  { id: 'childrensDay', nameZh: '儿童节', nameEn: "Children's Day", month: 6, day: 1 },
  { id: 'fathersDay', nameZh: '父亲节', nameEn: "Father's Day", month: 6, weekday: 7, nth: 3 },
  { id: 'teachersDay', nameZh: '教师节', nameEn: "Teachers' Day", month: 9, day: 10 },
  { id: 'nationalDay', nameZh: '国庆节', nameEn: 'National Day', month: 10, day: 1 },
  { id: 'halloween', nameZh: '万圣夜', nameEn: 'Halloween', month: 10, day: 31 },
  { id: 'thanksgiving', nameZh: '感恩节', nameEn: 'Thanksgiving', month: 11, weekday: 4, nth: 4 },
  { id: 'christmas', nameZh: '圣诞节', nameEn: 'Christmas', month: 12, day: 25 },
]

export type Observance = { id: string; nameZh: string; nameEn: string; day: BusinessDay }

const two = (n: number): string => String(n).padStart(2, '0')

const dayIn = (rule: ObservanceRule, year: number): BusinessDay =>
  'day' in rule ? parseDay(`${year}-${two(rule.month)}-${two(rule.day)}`) : nthWeekday({ ...rule, year })

/** Every observance in `[from, to)`, in order. */
export function observancesBetween(from: BusinessDay, to: BusinessDay): Observance[] {
  const found: Observance[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const rule of OBSERVANCES) {
      const day = dayIn(rule, year)
      const { id, nameZh, nameEn } = rule
      if (from <= day && day < to) found.push({ id, nameZh, nameEn, day })
    }
  return found
}
