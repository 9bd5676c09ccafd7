import type { PlanTask } from '../../../plan.ts'
import { atTask } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

const keyOf = ({ title, period, side, team, dueDay }: PlanTask): string =>
  JSON.stringify([title.trim(), period, side, team, dueDay])

function* repeated({ plan }: PlanView) {
  for (const [first, ...others] of Map.groupBy(plan.tasks, keyOf).values())
    for (const task of others) if (first) yield atTask(task, 'title', { task: task.title, period: task.period })
}

export const taskRepeated = defineRule({
  id: 'task-repeated',
  level: 'warning',
  rows: ['P3.22', 'P2.23'],
  find: repeated,
  messageZh: (f) => `任务“${f.task}”（${f.period}）重复`,
  messageEn: (f) => `The task "${f.task}" (${f.period}) is there twice`,
  suggestionZh: '删除其中一个',
  suggestionEn: 'Remove one of them',
})
