import type { Block } from '../document.ts'
import type { OutlineFact, ProposalFact } from '../library/facts.ts'
import type { Section } from '../library/report-kind.ts'
import { say, type Telling } from '../library/telling.ts'
import { sayWeaknesses } from '../narrative/weakest.ts'
import { differenceCell, headed, paragraphOf } from './write.ts'

/** What is behind its baseline, the costliest first, with what to do. Silent about what is fine. */
export const WEAKNESSES: Section = {
  needs: ['weaknesses'],
  write(telling): Block[] {
    const found = telling.facts.weaknesses ?? []
    if (found.length === 0) return []
    return headed(
      telling,
      ['薄弱环节', 'Weaknesses'],
      [
        ...paragraphOf(...sayWeaknesses(telling, found)),
        {
          kind: 'table',
          title: say(telling, '与基线相比的短板', 'Behind the baseline'),
          columns: [
            { title: say(telling, '项目', 'Measure'), align: 'left', width: 3 },
            { title: say(telling, '对象', 'Of'), align: 'left', width: 3 },
            { title: say(telling, '现状', 'Now'), align: 'right', width: 2 },
            { title: say(telling, '基线', 'Baseline'), align: 'right', width: 2 },
            { title: say(telling, '补齐可增', 'At stake'), align: 'right', width: 3 },
            { title: say(telling, '行动', 'To do'), align: 'left', width: 5 },
          ],
          rows: found.map(({ name, subject, value, baseline, atStake, action }) => ({
            cells: [name, subject || say(telling, '全店', 'whole shop'), value, baseline, atStake, action],
          })),
        },
      ],
    )
  },
}

/** What next year brings without new action. */
export const OUTLOOK: Section = {
  needs: ['outlook'],
  write(telling): Block[] {
    const { outlook } = telling.facts
    if (!outlook) return []
    const level = `${Math.round(outlook.level * 100)}%`
    return headed(
      telling,
      ['自然走势', 'Without new action'],
      [
        ...paragraphOf({
          pieces: [
            say(
              telling,
              `按历史与季节推算，${outlook.year} 年不做新动作时支付金额约 `,
              `From history and season alone, paid sales of ${outlook.year} come to about `,
            ),
            outlook.mean,
            say(telling, `（${level} 的可能在 `, ` (${level} likely between `),
            outlook.low,
            say(telling, ' 到 ', ' and '),
            outlook.high,
            say(telling, '）。', ').'),
          ],
        }),
      ],
    )
  },
}

const AREAS: Readonly<Record<OutlineFact['area'], readonly [string, string]>> = {
  goals: ['目标', 'Goals'],
  technology: ['技术与数据', 'Technology'],
  content: ['内容与玩法', 'Content'],
  logistics: ['履约与供应', 'Logistics'],
}
const PRIORITY: Readonly<Record<OutlineFact['priority'], readonly [string, string]>> = {
  high: ['高', 'high'],
  middle: ['中', 'middle'],
  low: ['低', 'low'],
}

const outlineRows = (telling: Telling) =>
  (telling.facts.outline ?? []).map(({ area, text, priority, budget, basis, evidence }) => ({
    cells: [
      say(telling, ...AREAS[area]),
      text,
      say(telling, ...PRIORITY[priority]),
      budget,
      basis ?? say(telling, '历史与季节推算', 'history and season'),
      evidence,
    ],
  }))

/** Next year's outline: what to do, how urgent, what it may cost, and which finding it answers (P14.17). */
export const OUTLINE: Section = {
  needs: ['outline'],
  write(telling): Block[] {
    const rows = outlineRows(telling)
    if (rows.length === 0) return []
    return headed(
      telling,
      ['明年提纲', 'Outline of next year'],
      [
        {
          kind: 'table',
          title: say(telling, '事项、优先级与依据', 'Items, priority and reason'),
          columns: [
            { title: say(telling, '方面', 'Area'), align: 'left', width: 3 },
            { title: say(telling, '事项', 'Item'), align: 'left', width: 6 },
            { title: say(telling, '优先级', 'Priority'), align: 'left', width: 2 },
            { title: say(telling, '可投入上限', 'Worth up to'), align: 'right', width: 3 },
            { title: say(telling, '依据（诊断或调研）', 'Diagnosis or survey'), align: 'left', width: 4 },
            { title: say(telling, '证据', 'Evidence'), align: 'right', width: 2 },
          ],
          rows,
        },
      ],
    )
  },
}

const PROPOSAL: Readonly<Record<ProposalFact['kind'], readonly [string, string]>> = {
  reduce: ['缩减渠道', 'reduce'],
  copy: ['复制活动', 'copy'],
}

/** What the figures ask to change in the plan of the coming quarter, before and after side by side (P14.07). */
export const PROPOSALS: Section = {
  needs: ['proposals'],
  write(telling): Block[] {
    const found = telling.facts.proposals ?? []
    if (found.length === 0) return []
    return headed(
      telling,
      ['下季计划的改动', 'Changes of the next quarter'],
      [
        {
          kind: 'table',
          title: say(telling, '改动前后', 'Before and after'),
          columns: [
            { title: say(telling, '动作', 'Change'), align: 'left', width: 3 },
            { title: say(telling, '对象', 'Of'), align: 'left', width: 3 },
            { title: say(telling, '依据', 'Evidence'), align: 'right', width: 2 },
            { title: say(telling, '界线', 'Limit'), align: 'right', width: 2 },
            { title: say(telling, '改动前', 'Before'), align: 'right', width: 3 },
            { title: say(telling, '改动后', 'After'), align: 'right', width: 3 },
            {
              title: say(telling, '差额', 'Difference'),
              align: 'right',
              width: 3,
              formula: { kind: 'difference', of: 5, less: 4 },
            },
            { title: say(telling, '说明', 'Why'), align: 'left', width: 5 },
          ],
          rows: found.map(({ kind, subject, evidence, limit, before, after, reason }) => ({
            cells: [
              say(telling, ...PROPOSAL[kind]),
              subject,
              evidence,
              limit,
              before,
              after,
              differenceCell(after, before),
              reason,
            ],
          })),
        },
      ],
    )
  },
}
