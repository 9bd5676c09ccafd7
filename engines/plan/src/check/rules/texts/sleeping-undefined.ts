import { findSleepingBuyers } from '../../../scan/sleeping-buyers.ts'
import { atText } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

/** Told once, at the first use, and only when the plan nowhere says how many days. */
function* undefinedWords({ texts }: PlanView) {
  const uses = texts.flatMap((text) => findSleepingBuyers(text.text).map((use) => ({ text, ...use })))
  const [first] = uses
  if (first && uses.every(({ days }) => days === null)) yield atText(first.text, { quote: first.quote })
}

export const sleepingUndefined = defineRule({
  id: 'sleeping-undefined',
  level: 'note',
  rows: ['X21', 'P11.02'],
  find: undefinedWords,
  messageZh: ({ quote }) => `“${quote}”没有写明多少天未购算作此类`,
  messageEn: ({ quote }) => `"${quote}": the plan does not say after how many days without an order`,
  suggestionZh: '写明天数，例如“90 天未购的老客”',
  suggestionEn: 'Give the days, e.g. "no order for 90 days"',
})
