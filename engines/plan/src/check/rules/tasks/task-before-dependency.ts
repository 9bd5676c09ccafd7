import { atTask } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* early({ plan, tasks, faults }: PlanView) {
  const inCircle = new Set(faults.filter((f) => f.code === 'dependency_cycle').map((f) => f.at.id))
  if (inCircle.size > 0) return
  for (const task of plan.tasks)
    for (const id of task.dependsOn) {
      const before = tasks.get(id)
      const start = task.startDay ?? task.dueDay
      if (before?.dueDay && start && start < before.dueDay)
        yield atTask(task, 'startDay', { task: task.title, start, before: before.title, dueDay: before.dueDay })
    }
}

export const taskBeforeDependency = defineRule({
  id: 'task-before-dependency',
  level: 'error',
  rows: ['P3.22', 'P3.12'],
  find: early,
  messageZh: (f) => `任务“${f.task}”${f.start} 开始，前置任务“${f.before}”要到 ${f.dueDay} 才完成`,
  messageEn: (f) =>
    `The task "${f.task}" starts on ${f.start}; "${f.before}", which it waits for, is due on ${f.dueDay}`,
  suggestionZh: '推后开始日期，或提前前置任务',
  suggestionEn: 'Start later, or finish the other earlier',
})
