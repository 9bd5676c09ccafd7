import { sentencesOf } from '../../../scan/sentences.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../../words.ts'

const MONTHLY = /月度(?:复盘|例会|会议|分析|数据会)|月会|每月复盘/
const WEEKLY = /每周|周会|周例会|一周一次/

/** A monthly review that is held every week: both are wanted, each under its own name (X07). */
export const cadenceMixed = defineRule({
  id: 'cadence-mixed',
  level: 'warning',
  rows: ['X07', 'P14.05', 'P14.06'],
  find: (view) =>
    inTexts(view, (text) =>
      sentencesOf(text)
        .filter(
          (s) => MONTHLY.test(s.text) && WEEKLY.test(s.text) && !/分别|另|以及.{0,4}每周|和周会|与周会/.test(s.text),
        )
        .map((s) => ({ quote: quoted(s.text) })),
    ),
  messageZh: ({ quote }) => `月度与每周混为一谈：${quote}`,
  messageEn: ({ quote }) => `A monthly review that is held every week: ${quote}`,
  suggestionZh: '分开写：每周数据会看动作，月度复盘看目标与预算',
  suggestionEn: 'Keep both and name each: a weekly data meeting and a monthly review',
})
