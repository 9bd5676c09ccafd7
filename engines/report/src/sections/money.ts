import type { Block } from '../document.ts'
import type { ChannelFact } from '../library/facts.ts'
import type { Section } from '../library/report-kind.ts'
import { say, type Telling } from '../library/telling.ts'
import { headed, paragraphOf, ratioCell } from './write.ts'

/** Budget lines of the period: planned, spent, and how much of each is used. */
export const BUDGET: Section = {
  needs: ['budget'],
  write(telling): Block[] {
    const lines = telling.facts.budget ?? []
    if (lines.length === 0) return []
    return headed(
      telling,
      ['预算执行', 'Budget'],
      [
        {
          kind: 'table',
          title: say(telling, '预算与已用', 'Planned and spent'),
          columns: [
            { title: say(telling, '项目', 'Line'), align: 'left', width: 5 },
            { title: say(telling, '预算', 'Planned'), align: 'right', width: 3 },
            { title: say(telling, '已用', 'Spent'), align: 'right', width: 3 },
            {
              title: say(telling, '使用率', 'Used'),
              align: 'right',
              width: 2,
              formula: { kind: 'ratio', over: 2, under: 1 },
            },
          ],
          rows: lines.map(({ name, depth, planned, spent }) => ({
            depth,
            strong: depth === 0,
            cells: [name, planned, spent, ratioCell(spent, planned)],
          })),
        },
      ],
    )
  },
}

const VERDICT: Readonly<Record<ChannelFact['verdict'], readonly [string, string]>> = {
  keep: ['保留', 'keep'],
  cut: ['缩减', 'cut'],
  defer: ['数据不足，暂不判断', 'too little data yet'],
}

function cutSentence(telling: Telling, channels: readonly ChannelFact[]) {
  return channels
    .filter(({ verdict }) => verdict === 'cut')
    .map(({ channel, roi, spend, floor }) => ({
      pieces: [
        say(telling, `${channel} 花费 `, `${channel} spent `),
        spend,
        say(telling, '，投入产出比 ', ', returned '),
        roi,
        say(telling, `，低于规则的 ${floor ?? '–'}，应缩减。`, `, lower than the rule's ${floor ?? '–'}: cut.`),
      ],
      claim: {
        metric: 'roi',
        period: say(telling, telling.period.nameZh, telling.period.nameEn),
        comparison: say(telling, '保留规则', 'the rule for keeping'),
      },
    }))
}

/** Paid channels: what went in, what came out, what the rule says; each below the rule is named (P4.11, P14.02). */
export const CHANNEL_ROI: Section = {
  needs: ['channels'],
  write(telling): Block[] {
    const channels = telling.facts.channels ?? []
    if (channels.length === 0) return []
    return headed(
      telling,
      ['付费渠道的产出', 'What paid channels returned'],
      [
        ...paragraphOf(...cutSentence(telling, channels)),
        {
          kind: 'table',
          title: say(telling, '投放与产出', 'Spend and return'),
          columns: [
            { title: say(telling, '渠道', 'Channel'), align: 'left', width: 4 },
            { title: say(telling, '花费', 'Spend'), align: 'right', width: 3 },
            { title: say(telling, '引导成交', 'Attributed'), align: 'right', width: 3 },
            {
              title: say(telling, '投入产出比', 'ROI'),
              align: 'right',
              width: 2,
              formula: { kind: 'ratio', over: 2, under: 1 },
            },
            { title: say(telling, '判断', 'Verdict'), align: 'left', width: 3 },
          ],
          rows: channels.map(({ channel, spend, sales, roi, verdict }) => ({
            cells: [channel, spend, sales, roi, say(telling, ...VERDICT[verdict])],
          })),
        },
      ],
    )
  },
}
