import type { BudgetLine } from '@zhanggui/budget'
import { atLine } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { lineName } from '../../words.ts'

const keyOf = ({ parentId, channel, name, period, eventId, kind }: BudgetLine): string =>
  JSON.stringify([parentId, channel, name.trim(), period, eventId, kind])

function* repeated({ plan }: PlanView) {
  for (const [first, ...others] of Map.groupBy(plan.budget, keyOf).values())
    for (const line of others) if (first) yield atLine(line, 'name', { line: lineName(line), firstId: first.id })
}

export const budgetLineRepeated = defineRule({
  id: 'budget-line-repeated',
  level: 'warning',
  rows: ['P4.01', 'P2.23'],
  find: repeated,
  messageZh: ({ line }) => `预算“${line}”重复了一行`,
  messageEn: ({ line }) => `The budget line "${line}" stands there twice`,
  suggestionZh: '合并为一行，或写清两行的区别',
  suggestionEn: 'Merge the two, or say how they differ',
})
