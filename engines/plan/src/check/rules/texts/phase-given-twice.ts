import { findPhaseLengths } from '../../../scan/phase-lengths.ts'
import { atText } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

const NAMES = { preheat: '预热', burst: '爆发', closing: '收尾', longTail: '长尾' } as const

/** A phase is told once: where its length is given again and differently. */
function* differing({ texts }: PlanView) {
  const first = new Map<string, string>()
  const told = new Set<string>()
  for (const text of texts)
    for (const { phase, quote, minDays, maxDays } of findPhaseLengths(text.text)) {
      const range = `${minDays}-${maxDays}`
      const before = first.get(phase)
      if (before === undefined) first.set(phase, `${range}\n${quote}`)
      else if (!before.startsWith(`${range}\n`) && !told.has(phase)) {
        told.add(phase)
        yield atText(text, { phase: NAMES[phase], phaseEn: phase, first: before.split('\n')[1] ?? '', second: quote })
      }
    }
}

/** Pre-heat as 7–15 days here and 1–2 weeks there (X11). */
export const phaseGivenTwice = defineRule({
  id: 'phase-given-twice',
  level: 'warning',
  rows: ['X11', 'P3.16'],
  find: differing,
  messageZh: (f) => `${f.phase}期的长度前后不一：前面写“${f.first}”，这里写“${f.second}”`,
  messageEn: (f) => `The ${f.phaseEn} phase is given as "${f.first}" before and as "${f.second}" here`,
  suggestionZh: '全计划只用一种写法，并在日历里按日期排定',
  suggestionEn: 'Give it once, and set its days in the calendar',
})
