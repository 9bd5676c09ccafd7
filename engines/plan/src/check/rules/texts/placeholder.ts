import { findPlaceholders } from '../../../scan/placeholders.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'

const gaps = (text: string): { gaps: string; count: number }[] => {
  const found = findPlaceholders(text)
  return found.length > 0 ? [{ gaps: found.map((gap) => gap.quote).join(' '), count: found.length }] : []
}

export const placeholder = defineRule({
  id: 'placeholder',
  level: 'error',
  rows: ['P2.23', 'P2.06', 'X05'],
  find: (view) => inTexts(view, gaps),
  messageZh: ({ gaps, count }) => `还有 ${count} 处占位符没有填写：${gaps}`,
  messageEn: ({ gaps, count }) => `${count} placeholder(s) are still to be filled: ${gaps}`,
  suggestionZh: '填写实际内容；定不下来的句子请删除',
  suggestionEn: 'Fill them in, or remove the sentence until it can be said',
})
