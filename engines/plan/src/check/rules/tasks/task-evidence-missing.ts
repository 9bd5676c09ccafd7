import { atTask } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const taskEvidenceMissing = defineRule({
  id: 'task-evidence-missing',
  level: 'note',
  rows: ['P3.22'],
  find: ({ plan }) =>
    plan.tasks.filter(({ evidence }) => !evidence.trim()).map((task) => atTask(task, 'evidence', { task: task.title })),
  messageZh: ({ task }) => `任务“${task}”没有写怎样算完成`,
  messageEn: ({ task }) => `The task "${task}" does not say how one sees that it is done`,
  suggestionZh: '写明交付物或验收办法',
  suggestionEn: 'Name the deliverable or the test',
})
