import { hasDays } from '../../days-of.ts'
import { atTask } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const taskOutsideYear = defineRule({
  id: 'task-outside-year',
  level: 'error',
  rows: ['P16.15', 'P3.22'],
  find: ({ plan }) =>
    plan.tasks
      .filter(({ period }) => hasDays(period) && Number(period.slice(0, 4)) !== plan.year)
      .map((task) => atTask(task, 'period', { task: task.title, period: task.period, year: plan.year })),
  messageZh: (f) => `任务“${f.task}”的时间 ${f.period} 不在 ${f.year} 年`,
  messageEn: (f) => `The period ${f.period} of the task "${f.task}" is not in ${f.year}`,
  suggestionZh: '改正年份，或移到那一年的计划',
  suggestionEn: 'Correct the year, or move the task to that plan',
})
