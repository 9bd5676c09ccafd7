import { findClocks } from '../../../scan/clocks.ts'
import { atText } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

/** The same minutes called handling here and solution there. */
function* mixed({ texts }: PlanView) {
  const first = new Map<string, string>()
  for (const text of texts)
    for (const { subject, measure, minutes } of findClocks(text.text)) {
      const before = first.get(`${subject} ${minutes}`)
      if (before === undefined) first.set(`${subject} ${minutes}`, measure)
      else if (before !== measure) yield atText(text, { subject, minutes, first: before, second: measure })
    }
}

/** A complaint is measured to its solution (X12). */
export const clockMeasureMixed = defineRule({
  id: 'clock-measure-mixed',
  level: 'warning',
  rows: ['X12', 'P12.05'],
  find: mixed,
  messageZh: (f) => `${f.subject} ${f.minutes} 分钟，一处指“${f.first}”，一处指“${f.second}”`,
  messageEn: (f) => `${f.minutes} minutes for ${f.subject} mean ${f.first} in one place and ${f.second} in another`,
  suggestionZh: '统一口径：时限算到给出解决方案为止',
  suggestionEn: 'Measure to the solution, everywhere',
})
