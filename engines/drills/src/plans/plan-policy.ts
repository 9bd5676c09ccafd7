import { type ClockPolicy, warningAt } from '@zhanggui/clocks'
import type { ContingencyPlan } from './plan.ts'

const MINUTE_MS = 60_000
/** Four fifths of the time, as the shipped ladders warn. */
const WARN_BP = 8000

/** The plan's own clocks: every step from the start of the plan. Time that a plan lay ended early counts when it is reopened. */
export const planPolicy = (plan: Pick<ContingencyPlan, 'id' | 'nameZh' | 'nameEn' | 'steps'>): ClockPolicy => ({
  id: `plan/${plan.id}`,
  nameZh: plan.nameZh,
  nameEn: plan.nameEn,
  hours: null,
  closedTime: 'counts',
  steps: plan.steps.map(({ id, zh, en, limitMinutes }) => ({
    id,
    nameZh: zh,
    nameEn: en,
    targetMs: limitMinutes * MINUTE_MS,
    begins: 'start',
    after: null,
    pausedBy: [],
    marks: [warningAt(limitMinutes * MINUTE_MS, WARN_BP)],
  })),
})
