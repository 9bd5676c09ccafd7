import type { LinkedNote } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { Resource } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { readPlan, type StoredPlan } from '../plans/read-plan.ts'
import { LIAISON_LOG } from './liaison-log.ts'
import { MEETING_NOTES } from './meeting-notes.ts'

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Null when there is no such plan any more. */
async function findPlan(context: Context, store: string, id: string): Promise<StoredPlan | null> {
  try {
    return await readPlan(context, store, id)
  } catch (cause) {
    if (cause instanceof ApiFailure && cause.code === 'not_found') return null
    throw cause
  }
}

function linkOf(plan: StoredPlan | null | undefined, taskId: string | null): LinkedNote['task'] {
  if (taskId === null) return null
  const task = plan?.plan.tasks.find(({ id }) => id === taskId)
  return task
    ? { id: taskId, found: true, title: task.title, dueDay: task.dueDay, done: task.done }
    : { id: taskId, found: false, title: null, dueDay: null, done: false }
}

/** Entries of the liaison log and of meetings, the newest first, each with the task that came of it (P16.03). */
export async function readLinkedNotes(context: Context, store: string): Promise<LinkedNote[]> {
  const read = async (resource: Resource) =>
    (await readAllRows(context, resource, store)).map((row) => ({ resource: resource.id, row }))
  const entries = [...(await read(LIAISON_LOG)), ...(await read(MEETING_NOTES))]
  const plans = new Map<string, StoredPlan | null>()
  for (const { row } of entries) {
    const id = textOf(row.data.plan)
    if (id !== null && !plans.has(id)) plans.set(id, await findPlan(context, store, id))
  }
  return entries
    .map(({ resource, row: { id, state, data } }) => ({
      resource,
      id,
      state,
      code: String(data.code),
      day: String(data.day),
      title: textOf(data.title) ?? textOf(data.contact) ?? '',
      text: textOf(data.text) ?? textOf(data.notes) ?? '',
      plan: textOf(data.plan),
      task: linkOf(plans.get(textOf(data.plan) ?? ''), textOf(data.task)),
    }))
    .toSorted((a, b) => b.day.localeCompare(a.day) || a.code.localeCompare(b.code))
}
