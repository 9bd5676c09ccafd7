import { ANNUAL_SUMMARY, MERCHANT_PACK, NEXT_YEAR_OUTLINE, WHITE_PAPER } from './kinds/annual.ts'
import { CAMPAIGN_RESULT, CROSS_DEPARTMENT, PAGE_RETURN_CHECK } from './kinds/of-campaign.ts'
import { MONTHLY_REVIEW, QUARTERLY_ITERATION, WEEKLY_PACK } from './kinds/regular.ts'
import type { ReportKind } from './report-kind.ts'

/** Every report there is; a new one is a declaration and a line here. */
export const REPORT_LIBRARY: readonly ReportKind[] = [
  CAMPAIGN_RESULT,
  WEEKLY_PACK,
  MONTHLY_REVIEW,
  QUARTERLY_ITERATION,
  ANNUAL_SUMMARY,
  WHITE_PAPER,
  MERCHANT_PACK,
  CROSS_DEPARTMENT,
  NEXT_YEAR_OUTLINE,
  PAGE_RETURN_CHECK,
]

export const findReport = (id: string): ReportKind | undefined => REPORT_LIBRARY.find((kind) => kind.id === id)
