import type { Plan, PlanPart } from '../plan.ts'
import { findCycles } from './find-cycles.ts'
import type { PlanFault, PlanFaultCode } from './plan-fault.ts'

type Pointer = { id: string; field: string; target: string }

const WHAT: Record<string, { zh: string; en: string }> = {
  parentId: { zh: '上级', en: 'parent' },
  dependsOn: { zh: '前置任务', en: 'task it waits for' },
  eventId: { zh: '日历项', en: 'calendar entry' },
}

/** Pointers whose target is not among the known ids. */
function dangling(
  pointers: readonly Pointer[],
  known: ReadonlySet<string>,
  place: { part: PlanPart; code: PlanFaultCode },
): PlanFault[] {
  return pointers
    .filter(({ target }) => !known.has(target))
    .map(({ id, field, target }) => ({
      code: place.code,
      at: { part: place.part, id, field },
      detail: target,
      messageZh: `“${id}”的${WHAT[field]?.zh ?? field}“${target}”不存在`,
      messageEn: `the ${WHAT[field]?.en ?? field} "${target}" of "${id}" does not exist`,
    }))
}

/** A long circle is named by its first ids. */
const circle = (ids: readonly string[]): string =>
  [...ids.slice(0, 8), ...(ids.length > 8 ? ['…'] : []), ids[0] ?? ''].join(' → ')

const cycleFaults = (
  edges: ReadonlyMap<string, readonly string[]>,
  place: { part: PlanPart; field: string; code: PlanFaultCode },
): PlanFault[] =>
  findCycles(edges).map((ids) => ({
    code: place.code,
    at: { part: place.part, id: ids[0] ?? '', field: place.field },
    detail: circle(ids),
    messageZh: `${WHAT[place.field]?.zh ?? place.field}绕成了圈：${circle(ids)}。请断开其中一处`,
    messageEn: `each is the ${WHAT[place.field]?.en ?? place.field} of the next, in a circle: ${circle(ids)}; break it at one place`,
  }))

type Parented = { id: string; parentId: string | null }

function parentFaults(objects: readonly Parented[], part: PlanPart): PlanFault[] {
  const pointers = objects.flatMap(({ id, parentId }) =>
    parentId === null ? [] : [{ id, field: 'parentId', target: parentId }],
  )
  const edges = new Map(objects.map(({ id, parentId }) => [id, parentId === null ? [] : [parentId]]))
  return [
    ...dangling(pointers, new Set(edges.keys()), { part, code: 'unknown_parent' }),
    ...cycleFaults(edges, { part, field: 'parentId', code: 'parent_cycle' }),
  ]
}

function dependencyFaults({ tasks }: Plan): PlanFault[] {
  const pointers = tasks.flatMap(({ id, dependsOn }) => dependsOn.map((target) => ({ id, field: 'dependsOn', target })))
  const edges = new Map(tasks.map(({ id, dependsOn }) => [id, dependsOn]))
  return [
    ...dangling(pointers, new Set(edges.keys()), { part: 'tasks', code: 'unknown_reference' }),
    ...cycleFaults(edges, { part: 'tasks', field: 'dependsOn', code: 'dependency_cycle' }),
  ]
}

const eventPointers = (objects: readonly { id: string; eventId: string | null }[]): Pointer[] =>
  objects.flatMap(({ id, eventId }) => (eventId === null ? [] : [{ id, field: 'eventId', target: eventId }]))

function eventFaults(plan: Plan): PlanFault[] {
  const known = new Set(plan.events.map((event) => event.id))
  return [
    ...dangling(eventPointers(plan.tasks), known, { part: 'tasks', code: 'unknown_reference' }),
    ...dangling(eventPointers(plan.budget), known, { part: 'budget', code: 'unknown_reference' }),
  ]
}

/** Whatever points at another object points at one that is there, and nothing is its own ancestor. */
export const referenceFaults = (plan: Plan): PlanFault[] => [
  ...parentFaults(plan.goals, 'goals'),
  ...parentFaults(plan.budget, 'budget'),
  ...dependencyFaults(plan),
  ...eventFaults(plan),
]
