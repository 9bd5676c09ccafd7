import { findSleepingBuyers } from '../../../scan/sleeping-buyers.ts'
import { atText } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* differing({ texts }: PlanView) {
  let first: { quote: string; days: number } | null = null
  for (const text of texts)
    for (const { quote, days } of findSleepingBuyers(text.text)) {
      if (days === null) continue
      if (first === null) first = { quote, days }
      else if (first.days !== days)
        yield atText(text, { first: first.quote, firstDays: first.days, second: quote, secondDays: days })
    }
}

/** Sleeping, silent, dormant: one definition with its days for all of them (X21). */
export const sleepingDefinitionsDiffer = defineRule({
  id: 'sleeping-definitions-differ',
  level: 'warning',
  rows: ['X21', 'P11.02', 'P11.07'],
  find: differing,
  messageZh: (f) => `“${f.first}”按 ${f.firstDays} 天、“${f.second}”按 ${f.secondDays} 天，定义不一`,
  messageEn: (f) => `"${f.first}" means ${f.firstDays} days, "${f.second}" ${f.secondDays}: two definitions`,
  suggestionZh: '统一一个未购天数，其余说法删去',
  suggestionEn: 'Keep one number of days and one word',
})
