import { atLine } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { isSoundAmount, isSoundShare } from '../../sound-parts.ts'
import { lineName } from '../../words.ts'

/** Half a fen, or a share that is no whole basis point: nothing can be added up with it. */
export const budgetFigureInvalid = defineRule({
  id: 'budget-figure-invalid',
  level: 'error',
  rows: ['P4.01', 'P2.23'],
  find: ({ plan }) =>
    plan.budget.flatMap((line) => {
      const field = isSoundAmount(line.amountCents) ? 'shareBp' : 'amountCents'
      const isFine = isSoundAmount(line.amountCents) && isSoundShare(line.shareBp)
      return isFine ? [] : [atLine(line, field, { line: lineName(line), value: String(line[field]) })]
    }),
  messageZh: (f) => `“${f.line}”的数值 ${f.value} 不是整分或整数基点，或大得不合理`,
  messageEn: (f) => `The figure ${f.value} of "${f.line}" is no whole fen or basis point, or too large to be meant`,
  suggestionZh: '金额以分为整数，占比以 0.01% 为整数，且不为负',
  suggestionEn: 'Amounts are whole fen, shares whole hundredths of a per cent, neither is negative',
})
