import type { PlanTask, PlanTeam, Side } from '@zhanggui/contract'

/** Which tasks are listed; it lives in the URL. */
export type TaskFilter = {
  period: string | null
  team: PlanTeam | null
  side: Side | null
  onlyOpen: boolean
  onlyUnowned: boolean
}

type Get = (name: string) => string | null

export const readTaskFilter = (get: Get): TaskFilter => ({
  period: get('period'),
  team: get('team') as PlanTeam | null,
  side: get('side') as Side | null,
  onlyOpen: get('open') === '1',
  onlyUnowned: get('unowned') === '1',
})

const lastDayFirst = (task: PlanTask): string => task.dueDay ?? task.startDay ?? '9999'

/** The tasks that a filter lets through, by period, then by the day they are due. */
export const filterTasks = (tasks: readonly PlanTask[], filter: TaskFilter): PlanTask[] =>
  tasks
    .filter((task) => filter.period === null || task.period === filter.period)
    .filter((task) => filter.team === null || task.team === filter.team)
    .filter((task) => filter.side === null || task.side === filter.side)
    .filter((task) => !filter.onlyOpen || !task.done)
    .filter((task) => !filter.onlyUnowned || task.owner === null)
    .toSorted((a, b) => a.period.localeCompare(b.period) || lastDayFirst(a).localeCompare(lastDayFirst(b)))

/** Periods that have tasks, in order. */
export const periodsOf = (tasks: readonly PlanTask[]): string[] =>
  [...new Set(tasks.map(({ period }) => period))].toSorted()

/** True when the task should have been done before `today` (a day of the shop). */
export const isOverdue = ({ done, dueDay }: PlanTask, today: string): boolean =>
  !done && dueDay !== null && dueDay < today
