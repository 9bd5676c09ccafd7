import { findSuperlatives } from '../../../scan/superlatives.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'

const words = (text: string): { words: string }[] => {
  const found = findSuperlatives(text).map(({ quote }) => quote)
  return found.length > 0 ? [{ words: [...new Set(found)].join('、') }] : []
}

/** Words that buyers will read: names and themes of events, and the page and theme cells of the table. */
export const superlative = defineRule({
  id: 'superlative',
  level: 'note',
  rows: ['P13.08'],
  find: (view) =>
    inTexts(
      view,
      words,
      ({ at }) => at.part === 'events' || (at.part === 'table' && (at.field === 'theme' || at.field === 'pageDesign')),
    ),
  messageZh: ({ words: said }) => `给顾客看的文案里有绝对化用语：${said}`,
  messageEn: ({ words: said }) => `Copy for buyers uses a superlative: ${said}`,
  suggestionZh: '换成可证明的事实，或附上证明材料；用语清单请与法务确认',
  suggestionEn: 'Say what can be proven, or keep the proof; confirm the list of words with counsel',
})
