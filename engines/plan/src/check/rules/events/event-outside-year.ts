import { atEvent } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const eventOutsideYear = defineRule({
  id: 'event-outside-year',
  level: 'error',
  rows: ['P3.12', 'P16.15'],
  find: ({ plan }) =>
    plan.events
      .filter(
        ({ fromDay, toDay }) => fromDay < toDay && (toDay <= `${plan.year}-01-01` || fromDay > `${plan.year}-12-31`),
      )
      .map((event) =>
        atEvent(event, 'fromDay', { event: event.name, fromDay: event.fromDay, toDay: event.toDay, year: plan.year }),
      ),
  messageZh: (f) => `“${f.event}”（${f.fromDay} 起、${f.toDay} 前）不在 ${f.year} 年`,
  messageEn: (f) => `"${f.event}" (from ${f.fromDay}, before ${f.toDay}) is not in ${f.year}`,
  suggestionZh: '改正日期，或移到那一年的计划',
  suggestionEn: 'Correct the days, or move it to that plan',
})
