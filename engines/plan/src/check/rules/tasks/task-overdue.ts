import { lateLeads } from '@zhanggui/calendar'
import { isBusinessDay } from '@zhanggui/kernel'
import { atTask } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* overdue({ plan, facts }: PlanView) {
  const dated = plan.tasks.filter(({ dueDay }) => dueDay !== null && isBusinessDay(dueDay) && dueDay < facts.today)
  for (const { task, daysLate } of lateLeads(dated, facts.today))
    yield atTask(task, 'dueDay', { task: task.title, dueDay: task.dueDay, daysLate })
}

/** What is already too late today. */
export const taskOverdue = defineRule({
  id: 'task-overdue',
  level: 'warning',
  rows: ['P3.12', 'P3.22'],
  find: overdue,
  messageZh: (f) => `任务“${f.task}”应于 ${f.dueDay} 完成，已晚 ${f.daysLate} 天`,
  messageEn: (f) => `The task "${f.task}" was due on ${f.dueDay}, ${f.daysLate} day(s) ago`,
  suggestionZh: '改期，或标为已完成',
  suggestionEn: 'Move it, or mark it done',
})
