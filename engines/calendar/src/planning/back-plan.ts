import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Occasion } from '../occasions/occasion.ts'
import type { HolidayOverrides } from '../statutory-day.ts'
import { workdayOnOrBefore, workdaysBefore } from '../workdays.ts'
import { campaignSize, LEAD_TIMES, type LeadTime } from './lead-times.ts'
import type { Side, Team } from './team.ts'

/** A piece of preparation with its days; `dueDay` is the last day of the work. */
export type BackPlannedTask = {
  id: string
  leadId: string
  titleZh: string
  titleEn: string
  side: Side
  team: Team
  startDay: BusinessDay
  dueDay: BusinessDay
  dependsOn: string[]
  evidenceZh: string
}

const phaseStart = (occasion: Occasion, before: LeadTime['before']): BusinessDay =>
  occasion.phases.find(({ phase }) => phase === before)?.from ?? occasion.mainDay

/**
 * The preparation of an occasion, counted back from its phases. A due day on a holiday or weekend moves to the last worked
 * day before it, so that nobody is due on a day off; only the start of the pre-heat stays on its own day.
 * Shape: one task a lead time, in the order of `leadTimes`, ids `<occasion>-<year>/<lead>`.
 */
export function backPlan(
  occasion: Occasion,
  { leadTimes = LEAD_TIMES, overrides }: { leadTimes?: readonly LeadTime[]; overrides?: HolidayOverrides } = {},
): BackPlannedTask[] {
  const size = campaignSize(occasion)
  const idOf = (leadId: string): string => `${occasion.id}-${occasion.year}/${leadId}`
  return leadTimes.map((lead) => {
    const { id, titleZh, titleEn, side, team, evidenceZh } = lead
    const wished = addDays(phaseStart(occasion, lead.before), -lead.daysBefore[size])
    const dueDay = lead.daysBefore[size] === 0 ? wished : workdayOnOrBefore(wished, overrides)
    const startDay = lead.workdays[size] <= 1 ? dueDay : workdaysBefore(dueDay, lead.workdays[size] - 1, overrides)
    const dependsOn = lead.dependsOn.filter((d) => leadTimes.some((l) => l.id === d)).map(idOf)
    return { id: idOf(id), leadId: id, titleZh, titleEn, side, team, startDay, dueDay, dependsOn, evidenceZh }
  })
}
