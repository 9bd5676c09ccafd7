import { atTask } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

/** Closing, review and encore come after the event; everything else prepares it. */
const AFTERWARDS = /复盘|收尾|总结|返场|售后|回访|长尾|催付|清仓|归档|结算|review|encore|after/i

function* late({ plan, events }: PlanView) {
  for (const task of plan.tasks) {
    const event = task.eventId === null ? undefined : events.get(task.eventId)
    if (!event || task.dueDay === null || event.fromDay >= event.toDay || AFTERWARDS.test(task.title)) continue
    if (task.dueDay >= event.toDay)
      yield atTask(task, 'dueDay', { task: task.title, dueDay: task.dueDay, event: event.name, toDay: event.toDay })
  }
}

export const taskAfterEvent = defineRule({
  id: 'task-after-event',
  level: 'warning',
  rows: ['P3.12', 'P3.22'],
  find: late,
  messageZh: (f) => `任务“${f.task}”${f.dueDay} 才完成，活动“${f.event}”在 ${f.toDay} 前已结束`,
  messageEn: (f) => `The task "${f.task}" is due on ${f.dueDay}; the event "${f.event}" is over before ${f.toDay}`,
  suggestionZh: '按活动日期倒推完成日期',
  suggestionEn: 'Plan it back from the event',
})
