import type { Goal } from '@zhanggui/goals'
import { addDays, type BusinessDay, isBusinessDay, type Period, parseDay, parsePeriod } from '@zhanggui/kernel'
import type { OwnMeasure, Plan, PlanEvent, PlanTask } from './plan.ts'

const yearOf = (text: string): number => Number(text.slice(0, 4))
const withYear = (text: string, year: number): string => `${String(year).padStart(4, '0')}${text.slice(4)}`

/** The same day so many years later; 29 February becomes the 28th where there is none. */
function moveDay<D extends string>(day: D, years: number): BusinessDay {
  const moved = withYear(day, yearOf(day) + years)
  return parseDay(isBusinessDay(moved) ? moved : withYear(`${day.slice(0, 8)}28`, yearOf(day) + years))
}

/** A first day after keeps its distance from the last day, so that a single 28 February stays one day. */
const moveEnd = (day: BusinessDay, years: number): BusinessDay => addDays(moveDay(addDays(day, -1), years), 1)

const movePeriod = (period: Period, years: number): Period => {
  const moved = withYear(period, yearOf(period) + years)
  return period.length === 10 ? parsePeriod(moveDay(period, years)) : parsePeriod(moved)
}

const orNull = <T, U>(value: T | null, move: (value: T) => U): U | null => (value === null ? null : move(value))

/** The target stays as a first proposal; what it was judged against is unknown until it is read from the data. */
const moveGoal = (goal: Goal, years: number): Goal => ({
  ...goal,
  period: movePeriod(goal.period, years),
  baseline: null,
  baselinePeriod: orNull(goal.baselinePeriod, (period) => movePeriod(period, years)),
  diagnosis: null,
})

const moveEvent = (event: PlanEvent, years: number): PlanEvent => ({
  ...event,
  source: null,
  fromDay: moveDay(event.fromDay, years),
  toDay: moveEnd(event.toDay, years),
  mainDay: orNull(event.mainDay, (day) => moveDay(day, years)),
  declaredQuarter: orNull(event.declaredQuarter, (quarter) => movePeriod(quarter, years)),
  baselineFromDay: null,
  baselineToDay: null,
})

const moveTask = (task: PlanTask, years: number): PlanTask => ({
  ...task,
  source: null,
  period: movePeriod(task.period, years),
  startDay: orNull(task.startDay, (day) => moveDay(day, years)),
  dueDay: orNull(task.dueDay, (day) => moveDay(day, years)),
  baselineStartDay: null,
  baselineDueDay: null,
  done: false,
})

const emptied = (measure: OwnMeasure): OwnMeasure => ({ ...measure, actuals: [] })

const moveRules = (rules: Plan['budgetRules'], years: number): Plan['budgetRules'] => ({
  ...rules,
  stages: rules.stages.map((rule) => ({
    ...rule,
    fromPeriod: movePeriod(rule.fromPeriod, years),
    toPeriod: movePeriod(rule.toPeriod, years),
  })),
})

/**
 * A plan moved to another year: same objects, same ids, every date so many years later. Done is undone, baselines, diagnoses and
 * entered figures stay behind. Dates of occasions that follow the moon are moved like the others; the calendar puts them right.
 * @example copyPlan(plan2027, { id: 'plan-2028', year: 2028, name: '2028 年度规划' })
 */
export function copyPlan(plan: Plan, to: { id: string; year: number; name: string; currency: string }): Plan {
  const years = to.year - plan.year
  return {
    ...plan,
    ...to,
    goals: plan.goals.map((goal) => moveGoal(goal, years)),
    measures: plan.measures.map(emptied),
    stages: plan.stages.map((stage) => ({
      ...stage,
      fromDay: moveDay(stage.fromDay, years),
      toDay: moveEnd(parseDay(stage.toDay), years),
    })),
    budget: plan.budget.map((line) => ({ ...line, period: movePeriod(line.period, years) })),
    budgetRules: moveRules(plan.budgetRules, years),
    events: plan.events.map((event) => moveEvent(event, years)),
    tasks: plan.tasks.map((task) => moveTask(task, years)),
    requests: plan.requests.map((request) => ({
      ...request,
      source: null,
      period: movePeriod(request.period, years),
      dueDay: orNull(request.dueDay, (day) => moveDay(day, years)),
    })),
    table: plan.table.map((row) => ({ ...row, source: null, period: movePeriod(row.period, years) })),
  }
}
