import { atEvent } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* bare({ plan }: PlanView) {
  const prepared = new Set(plan.tasks.map((task) => task.eventId))
  for (const event of plan.events)
    if (event.kind === 'platform' && !prepared.has(event.id)) yield atEvent(event, 'name', { event: event.name })
}

/** A campaign needs enrolment, material and stock; a plan without any work for it has forgotten them. */
export const eventWithoutTasks = defineRule({
  id: 'event-without-tasks',
  level: 'note',
  rows: ['P3.12', 'P3.22'],
  find: bare,
  messageZh: ({ event }) => `大促“${event}”没有任何准备任务`,
  messageEn: ({ event }) => `No task prepares the campaign "${event}"`,
  suggestionZh: '从模板生成报名、素材、备货等任务',
  suggestionEn: 'Make enrolment, material and stock tasks from a template',
})
