import { followedOccasion } from '../../event-occasions.ts'
import { atEvent } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const eventOccasionUnknown = defineRule({
  id: 'event-occasion-unknown',
  level: 'warning',
  rows: ['P3.12', 'X22'],
  find: (view) =>
    view.plan.events
      .filter((event) => event.occasionId !== null && !followedOccasion(view, event))
      .map((event) => atEvent(event, 'occasionId', { event: event.name, occasionId: event.occasionId })),
  messageZh: (f) => `“${f.event}”关联的节点“${f.occasionId}”不在日历里`,
  messageEn: (f) => `"${f.event}" follows the occasion "${f.occasionId}", which the calendar does not know`,
  suggestionZh: '重新选择节点，或清空后自定日期',
  suggestionEn: 'Choose an occasion again, or clear it and keep own dates',
})
