import { namedOccasion, occasionOfYear } from '../../event-occasions.ts'
import { atEvent } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* unlinked(view: PlanView) {
  for (const event of view.plan.events) {
    const rule = event.occasionId === null ? namedOccasion(view, event) : undefined
    if (!rule) continue
    const occasionDay = occasionOfYear(view, rule)?.mainDay ?? null
    yield atEvent(event, 'occasionId', {
      event: event.name,
      occasion: rule.nameZh,
      occasionEn: rule.nameEn,
      occasionDay,
    })
  }
}

/** A platform festival that stands in the plan without its dates (X22). */
export const eventUnlinked = defineRule({
  id: 'event-unlinked',
  level: 'warning',
  rows: ['X22', 'P3.12', 'P3.13'],
  find: unlinked,
  messageZh: (f) => `“${f.event}”没有关联日历节点“${f.occasion}”（${f.occasionDay ?? '当年没有'}）`,
  messageEn: (f) =>
    `"${f.event}" is not linked to the occasion "${f.occasionEn}" (${f.occasionDay ?? 'none this year'})`,
  suggestionZh: '关联节点，日期随日历更新',
  suggestionEn: 'Link it, so that its dates follow the calendar',
})
