import { findPhaseLengths, type PhaseLength } from '../../../scan/phase-lengths.ts'
import { atText } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

const startOf = ({ open, minDays, maxDays }: PhaseLength): number => (open || minDays === maxDays ? 1 : minDays)

/** The long tail begins where the closing ends; "within a week" begins on the first day. */
function* overlapping({ texts }: PlanView) {
  const lengths = texts.flatMap((text) => findPhaseLengths(text.text).map((length) => ({ text, length })))
  const closing = lengths.find(({ length }) => length.phase === 'closing')
  const tail = lengths.find(({ length }) => length.phase === 'longTail')
  if (!closing || !tail || startOf(tail.length) > closing.length.maxDays) return
  yield atText(tail.text, { closing: closing.length.quote, longTail: tail.length.quote })
}

export const phasesOverlap = defineRule({
  id: 'phases-overlap',
  level: 'warning',
  rows: ['X11', 'P3.16'],
  find: overlapping,
  messageZh: (f) => `收尾（${f.closing}）与长尾（${f.longTail}）的日期重叠`,
  messageEn: (f) => `Closing (${f.closing}) and long tail (${f.longTail}) claim the same days`,
  suggestionZh: '写明长尾从收尾结束的次日开始，例如 D+4 至 D+7',
  suggestionEn: 'Let the long tail begin on the day after closing, e.g. D+4 to D+7',
})
