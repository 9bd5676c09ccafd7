import { checkQuarters } from '@zhanggui/calendar'
import { isBusinessDay } from '@zhanggui/kernel'
import { hasDays } from '../../days-of.ts'
import { atEvent } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* misplaced({ plan, facts, events }: PlanView) {
  const filed = plan.events.filter(
    ({ declaredQuarter, mainDay }) =>
      declaredQuarter !== null && hasDays(declaredQuarter) && (mainDay === null || isBusinessDay(mainDay)),
  )
  for (const { eventId, declared, corrected, mainDay } of checkQuarters(filed, facts.occasions)) {
    const event = events.get(eventId)
    if (event) yield atEvent(event, 'declaredQuarter', { event: event.name, declared, corrected, mainDay })
  }
}

/** 618 under July–September (X03). */
export const eventQuarterMisplaced = defineRule({
  id: 'event-quarter-misplaced',
  level: 'error',
  rows: ['X03', 'P3.10', 'P3.12'],
  find: misplaced,
  messageZh: (f) => `“${f.event}”写在 ${f.declared}，实际日期 ${f.mainDay} 属于 ${f.corrected}`,
  messageEn: (f) => `"${f.event}" is filed under ${f.declared}; its day ${f.mainDay} lies in ${f.corrected}`,
  suggestionZh: (f) => `移到 ${f.corrected}，并检查准备工作的时间`,
  suggestionEn: (f) => `Move it to ${f.corrected} and look at its lead times again`,
})
