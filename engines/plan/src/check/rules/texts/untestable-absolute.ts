import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'

const ABSOLUTE =
  /零(?:宕机|故障|风险|投诉|差评|失误|事故|延迟|缺货|退货|中断|误差)|100\s*%\s*(?:可用|不宕机|无故障|满意|成功)|(?:永不|绝不)宕机|绝对(?:安全|稳定|可靠)|万无一失|zero[- ](?:downtime|risk|defects?)/gi

/** Zero risk cannot be tested; an availability goal with a drill can (X19). */
export const untestableAbsolute = defineRule({
  id: 'untestable-absolute',
  level: 'warning',
  rows: ['X19', 'P7.07'],
  find: (view) =>
    inTexts(view, (text) => {
      const words = Array.from(text.matchAll(ABSOLUTE), (m) => m[0])
      return words.length > 0 ? [{ words: [...new Set(words)].join('、') }] : []
    }),
  messageZh: ({ words }) => `“${words}”无法检验`,
  messageEn: ({ words }) => `"${words}" cannot be tested`,
  suggestionZh: '改为可检验的目标，例如“大促期间可用性 ≥ 99.95%，活动前演练两次”',
  suggestionEn:
    'Set a goal that can be tested, e.g. "availability ≥ 99.95 % during the campaign, two drills before it"',
})
