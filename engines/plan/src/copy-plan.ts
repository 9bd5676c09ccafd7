import { type OccasionRule, occasionInYear } from '@zhanggui/calendar'
import type { Goal } from '@zhanggui/goals'
import {
  addDays,
  type BusinessDay,
  daysBetween,
  isBusinessDay,
  type Period,
  parseDay,
  parsePeriod,
  periodGrain,
  periodOf,
} from '@zhanggui/kernel'
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

const movedQuarter = (event: PlanEvent, years: number): Period | null =>
  orNull(event.declaredQuarter, (quarter) => movePeriod(quarter, years))

const UNJUDGED = { baselineFromDay: null, baselineToDay: null, source: null }

const moveEvent = (event: PlanEvent, years: number): PlanEvent => ({
  ...event,
  ...UNJUDGED,
  fromDay: moveDay(event.fromDay, years),
  toDay: moveEnd(event.toDay, years),
  mainDay: orNull(event.mainDay, (day) => moveDay(day, years)),
  declaredQuarter: movedQuarter(event, years),
})

const shiftEvent = (event: PlanEvent, years: number, days: number): PlanEvent => ({
  ...event,
  ...UNJUDGED,
  fromDay: addDays(event.fromDay, days),
  toDay: addDays(event.toDay, days),
  mainDay: orNull(event.mainDay, (day) => addDays(day, days)),
  declaredQuarter: movedQuarter(event, years),
})

/** Days from an occasion in one year to the same occasion in another; null for an event that follows none. */
function occasionShift(event: PlanEvent, rules: readonly OccasionRule[], from: number, to: number): number | null {
  const rule = rules.find(({ id }) => id === event.occasionId)
  const next = rule && occasionInYear(rule, to)
  const old = rule && occasionInYear(rule, from)
  const start = old?.mainDay ?? event.mainDay
  return next && start ? daysBetween(start, next.mainDay) : null
}

type MoveDay = (day: BusinessDay) => BusinessDay

/** A month or day follows the day that the task is due; a quarter or year only changes its year. */
function periodOfTask({ period, dueDay }: PlanTask, years: number, move: MoveDay): Period {
  const grain = periodGrain(period)
  const isClose = grain === 'month' || grain === 'day'
  const held = dueDay !== null && periodOf(grain, dueDay) === period
  return isClose && held ? periodOf(grain, move(dueDay)) : movePeriod(period, years)
}

const moveTask = (task: PlanTask, years: number, move: MoveDay): PlanTask => ({
  ...task,
  source: null,
  period: periodOfTask(task, years, move),
  startDay: orNull(task.startDay, move),
  dueDay: orNull(task.dueDay, move),
  baselineStartDay: null,
  baselineDueDay: null,
  done: false,
  proof: undefined,
})

/** Events with the days of their occasion in the new year, and tasks with the events that they prepare: lead times stay. */
function moveCalendar(plan: Plan, year: number, rules: readonly OccasionRule[]): Pick<Plan, 'events' | 'tasks'> {
  const years = year - plan.year
  const shifts = new Map(plan.events.map((event) => [event.id, occasionShift(event, rules, plan.year, year)]))
  const mover = (eventId: string | null): MoveDay => {
    const days = eventId === null ? null : (shifts.get(eventId) ?? null)
    return days === null ? (day) => moveDay(day, years) : (day) => addDays(day, days)
  }
  return {
    events: plan.events.map((event) => {
      const days = shifts.get(event.id) ?? null
      return days === null ? moveEvent(event, years) : shiftEvent(event, years, days)
    }),
    tasks: plan.tasks.map((task) => moveTask(task, years, mover(task.eventId))),
  }
}

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
 * A plan moved to another year: same objects, same ids, every date so many years later. An event that follows an occasion, and the
 * tasks that prepare it, move with the occasion, so that 年货节 is before Spring Festival again. Done is undone; baselines, diagnoses
 * and entered figures stay behind.
 * @example copyPlan(plan2027, { id: 'plan-2028', year: 2028, name: '2028 年度规划', currency: 'CNY' }, TMALL_OCCASIONS)
 */
export function copyPlan(
  plan: Plan,
  to: { id: string; year: number; name: string; currency: string },
  rules: readonly OccasionRule[],
): Plan {
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
    ...moveCalendar(plan, to.year, rules),
    requests: plan.requests.map((request) => ({
      ...request,
      source: null,
      period: movePeriod(request.period, years),
      dueDay: orNull(request.dueDay, (day) => moveDay(day, years)),
    })),
    table: plan.table.map((row) => ({ ...row, source: null, period: movePeriod(row.period, years) })),
  }
}
