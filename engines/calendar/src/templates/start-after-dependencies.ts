import type { BusinessDay } from '@zhanggui/kernel'
import { laterDay } from '../day-order.ts'
import type { DraftTask } from './place-template-tasks.ts'

/**
 * Tasks that begin no earlier than what they wait for is due: counted back from its own due day, a long task may reach
 * behind its forerunner's. The due day stays; the work gets shorter, never longer than its days.
 */
export function startAfterDependencies(tasks: readonly DraftTask[]): DraftTask[] {
  const dueDays = new Map(tasks.map(({ id, dueDay }) => [id, dueDay]))
  return tasks.map((task) => {
    const startDay = task.dependsOn.reduce<BusinessDay>(
      (start, id) => laterDay(start, dueDays.get(id) ?? start),
      task.startDay,
    )
    return { ...task, startDay: startDay > task.dueDay ? task.startDay : startDay }
  })
}
