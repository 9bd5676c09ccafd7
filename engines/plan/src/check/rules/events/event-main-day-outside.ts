import { atEvent } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const eventMainDayOutside = defineRule({
  id: 'event-main-day-outside',
  level: 'error',
  rows: ['P3.12', 'P3.16'],
  find: ({ plan }) =>
    plan.events.flatMap((event) => {
      const { mainDay, fromDay, toDay } = event
      if (mainDay === null || fromDay >= toDay || (fromDay <= mainDay && mainDay < toDay)) return []
      return [atEvent(event, 'mainDay', { event: event.name, mainDay, fromDay, toDay })]
    }),
  messageZh: (f) => `“${f.event}”的主日 ${f.mainDay} 不在 ${f.fromDay} 起、${f.toDay} 前之内`,
  messageEn: (f) => `The main day ${f.mainDay} of "${f.event}" is not within ${f.fromDay} and before ${f.toDay}`,
  suggestionZh: '改正主日或起止日期',
  suggestionEn: 'Correct the main day or the range',
})
