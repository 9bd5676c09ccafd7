import { adminPages } from '../modules/admin/pages.ts'
import { budgetPages } from '../modules/budget/pages.ts'
import { campaignsPages } from '../modules/campaigns/pages.ts'
import { dataPages } from '../modules/data/pages.ts'
import { drillsPages } from '../modules/drills/pages.ts'
import { goalsPages } from '../modules/goals/pages.ts'
import { insightPages } from '../modules/insight/pages.ts'
import { livePages } from '../modules/live/pages.ts'
import { promotionsPages } from '../modules/promotions/pages.ts'
import { analysisPages } from '../modules/review/analysis-pages.ts'
import { reviewPages } from '../modules/review/pages.ts'
import { riskPages } from '../modules/risk/pages.ts'
import { tradePages } from '../modules/trade/pages.ts'
import { type NavEntry, type Page, SECTIONS, type Section } from './page.ts'

/** Every page there is, in the order of the navigation within each section. */
export const pages: readonly Page[] = [
  ...dataPages,
  ...insightPages,
  ...goalsPages,
  ...campaignsPages,
  ...budgetPages,
  ...promotionsPages,
  ...tradePages,
  ...riskPages,
  ...livePages,
  ...drillsPages,
  ...reviewPages,
  ...analysisPages,
  ...adminPages,
]

export type NavSection = { section: Section; entries: NavEntry[] }

/** The navigation for one person: sections in the order of the loop, without what they may not see. */
export function navigationFor(permissions: readonly string[]): NavSection[] {
  const allowed = (needed: string | undefined) => needed === undefined || permissions.includes(needed)
  const entries = pages
    .filter(({ permission, hiddenWith }) => allowed(permission) && !(hiddenWith && permissions.includes(hiddenWith)))
    .flatMap((page) => page.nav)
    .filter((entry) => allowed(entry.permission))
  return SECTIONS.map((section) => ({ section, entries: entries.filter((entry) => entry.section === section) })).filter(
    ({ entries: found }) => found.length > 0,
  )
}
