import { addYears } from '@zhanggui/calendar'
import { sameCampaignDay, standingOn } from '@zhanggui/campaigns'
import type { LiveBasis, LiveCompare } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { type PaidCourses, readPaidCourses } from './paid-courses.ts'
import type { Subject } from './subject.ts'

type Candidate = { day: BusinessDay; kind: LiveCompare['kind'] }

function candidates(day: BusinessDay, { phases }: Subject): Candidate[] {
  const standing = standingOn(phases, day)
  const aligned = standing && sameCampaignDay(phases, standing, day)
  return [
    ...(aligned ? [{ day: aligned, kind: 'campaignDay' as const }] : []),
    { day: addYears(day, -1), kind: 'yoy' },
    { day: addDays(day, -7), kind: 'week' },
  ]
}

/** The day that this one is run against, with its whole course: the first candidate that has sales. */
export type ComparedDay = Pick<LiveCompare, 'day' | 'kind' | 'paidCents' | 'totalCents'>

export async function readComparedDay(
  context: Context,
  subject: Subject,
  { day, basis }: { day: BusinessDay; basis: LiveBasis },
): Promise<ComparedDay | null> {
  for (const candidate of candidates(day, subject)) {
    const range = { from: candidate.day, to: addDays(candidate.day, 1) }
    const courses: PaidCourses = await readPaidCourses(context, subject, { basis, range })
    const paidCents = courses.get(candidate.day)
    if (paidCents) return { ...candidate, paidCents, totalCents: paidCents.reduce((a, b) => a + b, 0) }
  }
  return null
}

/** The day with how far it had come at the same minute. */
export const comparedAt = (compared: ComparedDay, minute: number): LiveCompare => ({
  ...compared,
  soFarCents: compared.paidCents.slice(0, minute).reduce((a, b) => a + b, 0),
})
