import { daysOf } from '../../days-of.ts'
import { atTask } from '../../places.ts'
import { defineRule } from '../../rule.ts'

/** Preparation may be due before its period; work of a month that ends after it is misfiled. */
export const taskDueOutsidePeriod = defineRule({
  id: 'task-due-outside-period',
  level: 'warning',
  rows: ['P3.12', 'P16.15'],
  find: ({ plan }) =>
    plan.tasks.flatMap((task) => {
      const days = daysOf(task.period)
      const { dueDay, period } = task
      if (!days || dueDay === null || dueDay < days.to) return []
      return [atTask(task, 'dueDay', { task: task.title, dueDay, period })]
    }),
  messageZh: (f) => `任务“${f.task}”归在 ${f.period}，却在 ${f.dueDay} 才完成`,
  messageEn: (f) => `The task "${f.task}" is filed under ${f.period} and due only on ${f.dueDay}`,
  suggestionZh: '改完成日期，或改归属的时间',
  suggestionEn: 'Change the due day or the period',
})
