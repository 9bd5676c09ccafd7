import type { OverdueTask, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { escalate } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { readPlan } from './read-plan.ts'

/** A plan's overdue tasks with who has to hear of them by now (P3.22). Errors: throws `not_found`. */
export async function readOverdue(context: Context, store: Store, planId: string): Promise<OverdueTask[]> {
  const { plan } = await readPlan(context, store.id, planId)
  const today = businessDayOf(context.clock.now(), store.timezone)
  return escalate(plan.tasks, today).map(({ task, daysLate, step, waiting }) => ({
    task: task.id,
    title: task.title,
    owner: task.owner,
    side: task.side,
    team: task.team,
    dueDay: task.dueDay ?? '',
    daysLate,
    step,
    waiting,
  }))
}
