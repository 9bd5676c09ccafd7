import type { PlanEvent } from '../../../plan.ts'
import { atEvent } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

const keyOf = ({ name, fromDay, toDay }: PlanEvent): string => JSON.stringify([name.trim(), fromDay, toDay])

function* repeated({ plan }: PlanView) {
  for (const [first, ...others] of Map.groupBy(plan.events, keyOf).values())
    for (const event of others) if (first) yield atEvent(event, 'name', { event: event.name, fromDay: event.fromDay })
}

export const eventRepeated = defineRule({
  id: 'event-repeated',
  level: 'warning',
  rows: ['P3.12', 'P2.23'],
  find: repeated,
  messageZh: (f) => `“${f.event}”（${f.fromDay}）重复登记`,
  messageEn: (f) => `"${f.event}" (${f.fromDay}) is entered twice`,
  suggestionZh: '删除其中一个',
  suggestionEn: 'Remove one of them',
})
