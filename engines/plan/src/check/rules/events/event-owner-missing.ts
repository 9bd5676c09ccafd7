import { atEvent } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const eventOwnerMissing = defineRule({
  id: 'event-owner-missing',
  level: 'warning',
  rows: ['P3.21', 'P3.15'],
  find: ({ plan }) =>
    plan.events.filter(({ owner }) => !owner?.trim()).map((event) => atEvent(event, 'owner', { event: event.name })),
  messageZh: ({ event }) => `活动“${event}”没有负责人`,
  messageEn: ({ event }) => `The event "${event}" has no owner`,
  suggestionZh: '指定一位负责人',
  suggestionEn: 'Name one owner',
})
