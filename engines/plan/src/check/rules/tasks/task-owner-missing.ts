import { atTask } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const taskOwnerMissing = defineRule({
  id: 'task-owner-missing',
  level: 'warning',
  rows: ['P3.21', 'P16.01'],
  find: ({ plan }) =>
    plan.tasks.filter(({ owner }) => !owner?.trim()).map((task) => atTask(task, 'owner', { task: task.title })),
  messageZh: ({ task }) => `任务“${task}”没有负责人`,
  messageEn: ({ task }) => `The task "${task}" has no accountable person`,
  suggestionZh: '指定一位负责人',
  suggestionEn: 'Name one person',
})
