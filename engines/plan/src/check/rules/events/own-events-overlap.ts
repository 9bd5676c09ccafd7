import { eventConflicts } from '@zhanggui/calendar'
import { atEvent } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

/** Own campaigns only: platform occasions run beside everything, and themes are meant to. */
function* overlaps({ plan, events }: PlanView) {
  const own = plan.events.filter(({ kind, fromDay, toDay }) => kind === 'shop' && fromDay < toDay)
  const seen = new Set<string>()
  const distinct = own.filter(({ name, fromDay }) => {
    const key = `${name.trim()}|${fromDay}`
    return seen.has(key) ? false : seen.add(key)
  })
  for (const { first, second, from, to } of eventConflicts(distinct)) {
    const [a, b] = [events.get(first), events.get(second)]
    if (a && b) yield atEvent(b, 'fromDay', { event: b.name, other: a.name, from, to })
  }
}

export const ownEventsOverlap = defineRule({
  id: 'own-events-overlap',
  level: 'note',
  rows: ['P3.28', 'P3.12'],
  find: overlaps,
  messageZh: (f) => `“${f.event}”与“${f.other}”在 ${f.from} 起、${f.to} 前重叠`,
  messageEn: (f) => `"${f.event}" and "${f.other}" share the days from ${f.from}, before ${f.to}`,
  suggestionZh: '错开日期，或合并成一场活动',
  suggestionEn: 'Move one of them, or make them one campaign',
})
