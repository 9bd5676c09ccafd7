import { explain } from '../../../src/index.ts'
import type { Case } from '../case.ts'

/** Everything can be said in both languages, sentence for sentence, without a gap. */
export function explains({ cart, priced, ruleSet }: Case): string | undefined {
  const [zh, en] = (['zh', 'en'] as const).map((locale) => explain({ cart, priced, ruleSet }, locale))
  if (!zh || !en || zh.length !== en.length) return 'the languages say different things'
  const gap = [...zh, ...en].find(({ text }) => text === '' || /undefined|NaN|null|\[object/.test(text))
  if (gap) return `a gap: ${gap.text}`
  const cuts = zh.filter(({ fact }) => fact.kind === 'cut').length
  const taken = priced.lines.reduce((sum, line) => sum + line.cuts.length, 0)
  return cuts === taken ? undefined : `${taken} cuts, ${cuts} of them explained`
}
