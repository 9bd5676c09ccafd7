import type { ASSUMPTIONS } from '../faults/assumptions.ts'
import type { CoursePoint } from '../market/drill-market.ts'
import type { PlanGoals } from '../plans/plan.ts'
import type { Lesson } from '../score/lessons.ts'
import type { Loss } from '../score/losses.ts'
import type { ScoreParts, Times } from '../score/score.ts'

/** A clock of a plan: when it was due and when it was done, in minutes of the day. */
export type DrillClock = {
  step: string
  zh: string
  en: string
  dueAt: number | null
  doneAt: number | null
  late: boolean
}

/** One fault and how it was answered. Minutes of the day in `…At`, durations in `times`. */
export type FaultReport = {
  kind: string
  nameZh: string
  nameEn: string
  plan: string
  planZh: string
  planEn: string
  from: number
  to: number
  size: number
  detectedAt: number | null
  startedAt: number | null
  restoredAt: number | null
  times: Times
  goals: PlanGoals
  passed: boolean
  score: number
  parts: ScoreParts
  clocks: readonly DrillClock[]
  runs: readonly { playbook: string; askedAt: number; actedAt: number; people: number; changes: number }[]
  affected: number
  told: number
  notes: Readonly<Record<string, number>>
  /** The same fault with nobody answering, and with the plan at work. */
  lossWithout: Loss
  loss: Loss
  lessons: readonly Lesson[]
}

export type DrillReport = {
  seed: string
  day: string
  scale: number
  from: number
  to: number
  faults: readonly FaultReport[]
  incidents: number
  falseAlarms: number
  /** Paid in the day: as it would have gone, with nobody answering, with the plans at work. Minor units. */
  paidCents: { calm: number; without: number; withPlans: number }
  /** Every five minutes, the three courses of paid money. */
  course: readonly { minute: number; calm: number; without: number; withPlans: number }[]
  score: number
  passed: boolean
  assumptions: typeof ASSUMPTIONS
}

const STEP = 5

/** Three courses of the same minutes as one table, summed over steps of five minutes. */
export function joinCourses(
  calm: readonly CoursePoint[],
  without: readonly CoursePoint[],
  withPlans: readonly CoursePoint[],
): DrillReport['course'][number][] {
  const joined: DrillReport['course'][number][] = []
  for (let i = 0; i < calm.length; i += STEP) {
    const sum = (points: readonly CoursePoint[]): number =>
      points.slice(i, i + STEP).reduce((all, { paidCents }) => all + paidCents, 0)
    joined.push({ minute: calm[i]?.minute ?? 0, calm: sum(calm), without: sum(without), withPlans: sum(withPlans) })
  }
  return joined
}
