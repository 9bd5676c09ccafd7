import { isBusinessDay, isPeriod } from '@zhanggui/kernel'
import { PLAN_LISTS, type PlanList, planLists } from '../parts/plan-parts.ts'
import type { Plan } from '../plan.ts'
import type { PlanFault } from './plan-fault.ts'

const PERIOD_FIELDS: Partial<Record<PlanList, readonly string[]>> = {
  goals: ['period', 'baselinePeriod'],
  budget: ['period'],
  events: ['declaredQuarter'],
  tasks: ['period'],
  requests: ['period'],
  table: ['period'],
}

const DAY_FIELDS: Partial<Record<PlanList, readonly string[]>> = {
  stages: ['fromDay', 'toDay'],
  events: ['fromDay', 'toDay', 'mainDay', 'baselineFromDay', 'baselineToDay'],
  tasks: ['startDay', 'dueDay', 'baselineStartDay', 'baselineDueDay'],
  requests: ['dueDay'],
}

type Place = PlanFault['at']

const noSuchPeriod = (at: Place, value: string): PlanFault => ({
  code: 'no_such_period',
  at,
  detail: value,
  messageZh: `“${value}”不是存在的时间，应为 2027、2027-Q2、2027-06 或 2027-06-18`,
  messageEn: `"${value}" is no existing period; write 2027, 2027-Q2, 2027-06 or 2027-06-18`,
})

const noSuchDay = (at: Place, value: string): PlanFault => ({
  code: 'no_such_day',
  at,
  detail: value,
  messageZh: `“${value}”不是存在的日期，应为 YYYY-MM-DD`,
  messageEn: `"${value}" is no existing day; write YYYY-MM-DD`,
})

const emptyRange = (at: Place, fromDay: string, toDay: string): PlanFault => ({
  code: 'empty_range',
  at,
  detail: `${fromDay} – ${toDay}`,
  messageZh: `结束日 ${toDay}（不含）应晚于开始日 ${fromDay}`,
  messageEn: `the day after the end, ${toDay}, has to be later than the first day, ${fromDay}`,
})

function wrongTexts(
  plan: Plan,
  fields: Partial<Record<PlanList, readonly string[]>>,
  check: { holds: (text: string) => boolean; fault: (at: Place, value: string) => PlanFault },
): PlanFault[] {
  return planLists.flatMap((list) =>
    plan[list].flatMap((object) =>
      (fields[list] ?? []).flatMap((field) => {
        const value: unknown = Reflect.get(object, field)
        if (value === null || value === undefined || (typeof value === 'string' && check.holds(value))) return []
        return [check.fault({ part: PLAN_LISTS[list], id: object.id, field }, String(value))]
      }),
    ),
  )
}

const ranges = (plan: Plan): PlanFault[] =>
  [
    ...plan.events.map((e) => ({ ...e, part: 'events' as const })),
    ...plan.stages.map((s) => ({ ...s, part: 'stages' as const })),
  ]
    .filter(({ fromDay, toDay }) => toDay <= fromDay)
    .map(({ part, id, fromDay, toDay }) => emptyRange({ part, id, field: 'toDay' }, fromDay, toDay))

const tasksBackwards = (plan: Plan): PlanFault[] =>
  plan.tasks.flatMap(({ id, startDay, dueDay }) =>
    startDay !== null && dueDay !== null && dueDay < startDay
      ? [
          {
            code: 'empty_range' as const,
            at: { part: 'tasks' as const, id, field: 'dueDay' },
            detail: `${startDay} – ${dueDay}`,
            messageZh: `完成日 ${dueDay} 早于开始日 ${startDay}`,
            messageEn: `the due day ${dueDay} is before the start ${startDay}`,
          },
        ]
      : [],
  )

/** Periods and days exist, and what has a beginning and an end ends after it begins. */
export const dateFaults = (plan: Plan): PlanFault[] => [
  ...wrongTexts(plan, PERIOD_FIELDS, { holds: isPeriod, fault: noSuchPeriod }),
  ...wrongTexts(plan, DAY_FIELDS, { holds: isBusinessDay, fault: noSuchDay }),
  ...ranges(plan),
  ...tasksBackwards(plan),
]
