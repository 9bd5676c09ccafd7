import { followedOccasion, occasionOfYear } from '../../event-occasions.ts'
import { atEvent } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* differing(view: PlanView) {
  for (const event of view.plan.events) {
    const rule = followedOccasion(view, event)
    const occasion = rule ? occasionOfYear(view, rule) : null
    // A day outside the event's own range, or another quarter, is told as what it is.
    const isWithin = event.mainDay !== null && event.fromDay <= event.mainDay && event.mainDay < event.toDay
    if (!occasion || !isWithin || event.mainDay === occasion.mainDay) continue
    yield atEvent(event, 'mainDay', { event: event.name, mainDay: event.mainDay, occasionDay: occasion.mainDay })
  }
}

/** Platform festivals are dated; an event that follows one takes its day (X22). */
export const eventDatesDiffer = defineRule({
  id: 'event-dates-differ',
  level: 'warning',
  rows: ['X22', 'P3.12'],
  find: differing,
  messageZh: (f) => `“${f.event}”主日写 ${f.mainDay}，日历里是 ${f.occasionDay}`,
  messageEn: (f) => `The main day of "${f.event}" is ${f.mainDay}; the calendar says ${f.occasionDay}`,
  suggestionZh: '按日历更新，或在本店日历里登记当年的官方日期',
  suggestionEn: "Follow the calendar, or state this year's official day in the shop's calendar",
})
