import { findClocks } from '../../../scan/clocks.ts'
import { atText } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

/** One measure of one subject with two times. Different measures are steps of one ladder and no contradiction. */
function* differing({ texts }: PlanView) {
  const first = new Map<string, number>()
  for (const text of texts)
    for (const { subject, measure, minutes } of findClocks(text.text)) {
      const before = first.get(subject + measure)
      if (before === undefined) first.set(subject + measure, minutes)
      else if (before !== minutes) yield atText(text, { subject, measure, firstMinutes: before, minutes })
    }
}

export const responseClocksDiffer = defineRule({
  id: 'response-clocks-differ',
  level: 'warning',
  rows: ['X12', 'P12.13'],
  find: differing,
  messageZh: (f) => `${f.subject}${f.measure}时限前后不一：${f.firstMinutes} 分钟与 ${f.minutes} 分钟`,
  messageEn: (f) => `Two times for ${f.subject} (${f.measure}): ${f.firstMinutes} and ${f.minutes} minutes`,
  suggestionZh: '排成一条时限阶梯：响应、公开答复、解决各一个时限',
  suggestionEn: 'Make one ladder: a time each for first response, public answer and solution',
})
