import type { Goal, PlanDetail } from '@zhanggui/contract'

/** What stands in a plan, counted; `sales` is the goal of the year's sales, if there is one. */
export type PlanCounts = {
  sales: Goal | null
  goals: number
  unset: number
  tasks: number
  tasksDone: number
  tasksWithoutOwner: number
}

const SALES_METRICS = ['paid', 'gmv']

/** The whole shop's sales of the whole year; paid before GMV where both are planned. */
function salesGoal({ goals, year }: PlanDetail): Goal | null {
  const whole = goals.filter(({ period, scope, set }) => {
    return period === String(year) && set === 'all' && Object.keys(scope).length === 0
  })
  const [first] = SALES_METRICS.flatMap((metric) => whole.filter((goal) => goal.metric === metric))
  return first ?? null
}

export function planCounts(plan: PlanDetail): PlanCounts {
  const { goals, tasks } = plan
  return {
    sales: salesGoal(plan),
    goals: goals.length,
    unset: goals.filter(({ target }) => target === null).length,
    tasks: tasks.length,
    tasksDone: tasks.filter(({ done }) => done).length,
    tasksWithoutOwner: tasks.filter(({ owner, done }) => owner === null && !done).length,
  }
}
