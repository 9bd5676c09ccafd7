import type { BusinessDay } from '@zhanggui/kernel'
import type { AskComparison } from './ask.ts'

export const PERIOD_KINDS = ['week', 'month', 'quarter', 'year', 'campaign'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/**
 * What a report is about, days half-open. `key` names it in addresses and records: the Monday of a week, `2026-11`, `2026-Q4`,
 * `2026`, the id of a campaign.
 */
export type ReportPeriod = {
  kind: PeriodKind
  key: string
  from: BusinessDay
  to: BusinessDay
  nameZh: string
  nameEn: string
  /** The comparison that the data allows; null where there is nothing before. */
  compare: AskComparison | null
  /** The first day of the shop's orders: before it nobody is known to have bought. */
  firstDay: BusinessDay | null
}
