import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { Phase } from '../occasions/occasion.ts'

/** What a plan keeps of an event: half-open days, with those of the last approval. */
export type GanttEvent = {
  id: string
  name: string
  fromDay: BusinessDay
  toDay: BusinessDay
  baselineFromDay: BusinessDay | null
  baselineToDay: BusinessDay | null
  phases?: readonly { phase: Phase; from: BusinessDay; to: BusinessDay }[]
}

/** What a plan keeps of a task: `dueDay` is the last day of the work. */
export type GanttTask = {
  id: string
  title: string
  eventId: string | null
  startDay: BusinessDay | null
  dueDay: BusinessDay | null
  baselineStartDay: BusinessDay | null
  baselineDueDay: BusinessDay | null
  dependsOn: readonly string[]
  done: boolean
}

/** A bar: half-open days. `startDrift` and `endDrift` count days later (+) or earlier (−) than the baseline; null without one. */
export type GanttRow = {
  id: string
  kind: 'event' | 'task'
  parentId: string | null
  name: string
  from: BusinessDay
  to: BusinessDay
  baselineFrom: BusinessDay | null
  baselineTo: BusinessDay | null
  startDrift: number | null
  endDrift: number | null
  phases: readonly { phase: Phase; from: BusinessDay; to: BusinessDay }[]
  dependsOn: readonly string[]
  done: boolean
}

const drift = (baseline: BusinessDay | null, current: BusinessDay): number | null =>
  baseline ? daysBetween(baseline, current) : null

function eventRow(event: GanttEvent): GanttRow {
  const { id, name, fromDay, toDay, baselineFromDay, baselineToDay, phases = [] } = event
  return {
    id,
    kind: 'event',
    parentId: null,
    name,
    from: fromDay,
    to: toDay,
    baselineFrom: baselineFromDay,
    baselineTo: baselineToDay,
    startDrift: drift(baselineFromDay, fromDay),
    endDrift: drift(baselineToDay, toDay),
    phases,
    dependsOn: [],
    done: false,
  }
}

function taskRow(task: GanttTask, dueDay: BusinessDay): GanttRow {
  const from = task.startDay ?? dueDay
  const baselineFrom = task.baselineStartDay ?? task.baselineDueDay
  return {
    id: task.id,
    kind: 'task',
    parentId: task.eventId,
    name: task.title,
    from,
    to: addDays(dueDay, 1),
    baselineFrom,
    baselineTo: task.baselineDueDay && addDays(task.baselineDueDay, 1),
    startDrift: drift(baselineFrom, from),
    endDrift: drift(task.baselineDueDay, dueDay),
    phases: [],
    dependsOn: task.dependsOn,
    done: task.done,
  }
}

const byStart = (a: GanttRow, b: GanttRow): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1

/**
 * The rows of a Gantt chart: each event by its first day, under it its tasks, then the tasks of no event. A task without
 * any day has no bar and is left out.
 */
export function ganttRows(events: readonly GanttEvent[], tasks: readonly GanttTask[]): GanttRow[] {
  const known = new Set(events.map(({ id }) => id))
  const bars = tasks.flatMap((task) => {
    const dueDay = task.dueDay ?? task.startDay
    return dueDay ? [taskRow(task, dueDay)] : []
  })
  const under = (parent: string | null): GanttRow[] =>
    bars.filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent).sort(byStart)
  return [
    ...events
      .map(eventRow)
      .sort(byStart)
      .flatMap((event) => [event, ...under(event.id)]),
    ...under(null),
  ]
}
