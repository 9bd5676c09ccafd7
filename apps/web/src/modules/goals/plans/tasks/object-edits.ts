import type { PlanDetail, PlanRequest, PlanTask } from '@zhanggui/contract'

export type TaskValues = Pick<
  PlanTask,
  | 'title'
  | 'detail'
  | 'period'
  | 'side'
  | 'team'
  | 'owner'
  | 'startDay'
  | 'dueDay'
  | 'dependsOn'
  | 'eventId'
  | 'evidence'
>

export type RequestValues = Pick<PlanRequest, 'kind' | 'text' | 'period' | 'amountCents' | 'dueDay' | 'owner'>

const FIRST = 1

function freeId(objects: readonly { id: string }[], prefix: string): string {
  const taken = new Set(objects.map(({ id }) => id))
  for (let n = FIRST; ; n++) if (!taken.has(`${prefix}-${n}`)) return `${prefix}-${n}`
}

/** A task that nobody has saved yet. */
export const newTask = (plan: PlanDetail): PlanTask => ({
  id: freeId(plan.tasks, 'task'),
  title: '',
  detail: '',
  period: String(plan.year),
  side: 'agency',
  team: 'operations',
  owner: null,
  startDay: null,
  dueDay: null,
  baselineStartDay: null,
  baselineDueDay: null,
  dependsOn: [],
  eventId: null,
  templateId: null,
  evidence: '',
  done: false,
  source: null,
})

export const newRequest = (plan: PlanDetail): PlanRequest => ({
  id: freeId(plan.requests, 'request'),
  kind: 'other',
  text: '',
  period: String(plan.year),
  amountCents: null,
  dueDay: null,
  owner: null,
  source: null,
})

export const valuesOf = (task: PlanTask): TaskValues => {
  const { title, detail, period, side, team, owner, startDay, dueDay, dependsOn, eventId, evidence } = task
  return { title, detail, period, side, team, owner, startDay, dueDay, dependsOn, eventId, evidence }
}

/** An emptied field of a form is no value. */
const orNull = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null)

export const taskFrom = (task: PlanTask, values: TaskValues): PlanTask => ({
  ...task,
  ...values,
  title: values.title.trim(),
  owner: orNull(values.owner),
  startDay: orNull(values.startDay),
  dueDay: orNull(values.dueDay),
  eventId: orNull(values.eventId),
})

export const requestFrom = (request: PlanRequest, values: RequestValues): PlanRequest => ({
  ...request,
  ...values,
  text: values.text.trim(),
  owner: orNull(values.owner),
  dueDay: orNull(values.dueDay),
})

/** The list with the object in place of the one of its id, or behind the others when it is new. */
export const saveObject = <T extends { id: string }>(objects: readonly T[], object: T): T[] =>
  objects.some(({ id }) => id === object.id)
    ? objects.map((old) => (old.id === object.id ? object : old))
    : [...objects, object]

/** The list without a task; nothing waits for it any more. */
export const withoutTask = (tasks: readonly PlanTask[], id: string): PlanTask[] =>
  tasks
    .filter((task) => task.id !== id)
    .map((task) =>
      task.dependsOn.includes(id) ? { ...task, dependsOn: task.dependsOn.filter((other) => other !== id) } : task,
    )
