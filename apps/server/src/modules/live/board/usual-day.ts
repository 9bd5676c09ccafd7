import { type CampaignClock, standingOn } from '@zhanggui/campaigns'
import type { LiveBasis } from '@zhanggui/contract'
import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import { dayCourse, type IntradayCurve, learnCurve } from '@zhanggui/live'
import type { Context } from '../../../context.ts'
import { readPaidCourses } from './paid-courses.ts'
import type { Subject } from './subject.ts'

/** Days back in which days of the same kind are looked for, and how many of the newest are learned from. */
const ORDINARY = { lookBackDays: 60, learnDays: 35 }
const BURST = { lookBackDays: 400, learnDays: 20 }

const isBurst = (day: BusinessDay, phases: CampaignClock): boolean => standingOn(phases, day)?.phase === 'burst'

/**
 * The usual course of a day like this one: a burst day is learned from burst days, every other day from days that are none.
 * Null where the shop has no such days yet.
 */
export async function readUsualDay(
  context: Context,
  subject: Subject,
  { day, basis }: { day: BusinessDay; basis: LiveBasis },
): Promise<IntradayCurve | null> {
  const burst = isBurst(day, subject.phases)
  const { lookBackDays, learnDays } = burst ? BURST : ORDINARY
  const range = { from: addDays(day, -lookBackDays), to: day }
  const courses = await readPaidCourses(context, subject, { basis, range })
  const alike = [...courses].filter(([past]) => isBurst(parseDay(past), subject.phases) === burst)
  const newest = alike.sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, learnDays)
  return learnCurve(newest.map(([, minutes]) => dayCourse(minutes)))
}
