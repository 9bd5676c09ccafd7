import { atTask } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const taskDueMissing = defineRule({
  id: 'task-due-missing',
  level: 'warning',
  rows: ['P3.22', 'P3.12'],
  find: ({ plan }) =>
    plan.tasks
      .filter(({ dueDay, done }) => dueDay === null && !done)
      .map((task) => atTask(task, 'dueDay', { task: task.title, period: task.period })),
  messageZh: (f) => `任务“${f.task}”（${f.period}）没有完成日期`,
  messageEn: (f) => `The task "${f.task}" (${f.period}) has no due day`,
  suggestionZh: '填写完成日期，或按活动日期倒推',
  suggestionEn: 'Enter a due day, or plan it back from the campaign',
})
