import type { BusinessDay } from '@zhanggui/kernel'
import { count, day, flag, money, sku, type ValuesOf } from '../programme/field.ts'

export const TRIAL_TERMS = {
  skuId: sku('试用商品', 'Item', 'item'),
  costCents: money('每份成本', 'Cost of a sample', 3000),
  places: count('名额', 'Places', 100, { min: 1, max: 100_000 }),
  fromDay: day('申请开始日', 'First day to apply', 0),
  throughDay: day('申请结束日（含）', 'Last day to apply', 6),
  tierMin: count('最低会员等级', 'Member level at least', 0, { max: 100 }),
  newOnly: flag('仅限新客', 'New customers only', false),
  reportDays: count('选中后几天内交报告', 'Days for the report', 14, { min: 1, max: 180 }),
  remindDaysBefore: count('到期前几天开始提醒', 'Reminders begin so many days before', 3, { max: 60 }),
  remindDaysAfter: count('到期后再提醒几天', 'Reminders go on so many days after', 3, { max: 60 }),
  charsMin: count('报告最少字数', 'Characters of the report at least', 50, { max: 5000 }),
  rewardPoints: count('按时交报告奖励积分', 'Points for a report in time', 100, { max: 100_000 }),
}
export type TrialTerms = ValuesOf<typeof TRIAL_TERMS>

/** `chosen`: applications, in the order of their scores; null before the selection. */
export type TrialDesk = { applications: number; reports: number; chosen: readonly string[] | null }

export type TrialApplication = {
  appliedDay: BusinessDay
  status: 'applied' | 'chosen' | 'notChosen' | 'reported' | 'overdue'
  dueDay: BusinessDay | null
  reportedDay: BusinessDay | null
  remindedDays: readonly BusinessDay[]
}
