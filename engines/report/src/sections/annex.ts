import { type Block, figure, type TableRow } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import type { Section } from '../library/report-kind.ts'
import { metricName, numberOf, queryRef, say, type Telling, unitOf } from '../library/telling.ts'
import { periodName } from '../narrative/period-name.ts'
import { headed, heading } from './write.ts'

/** Metrics whose definitions and months stand in the annex. */
export const ANNEX_METRICS = ['paid', 'orders', 'buyers', 'aov', 'uv', 'cvr', 'refundRate', 'promoShare'] as const

/** A metric without data would be a column of dashes. */
const knownOf = (answer: Answer): string[] =>
  ANNEX_METRICS.filter((id) => answer.rows.some((row) => numberOf(row, id) !== null))

function monthRow(telling: Telling, answer: Answer, row: Answer['rows'][number]): TableRow {
  return {
    cells: [
      periodName(telling, String(row.month ?? '')),
      ...knownOf(answer).map((id) => figure(numberOf(row, id), unitOf(telling, id), queryRef(answer.ask, [id]))),
    ],
  }
}

/** Every month with every metric of the text: who doubts a sentence looks here. */
export const MONTH_ANNEX: Section = {
  asks: ({ from, to }) => ({ months: { metrics: ANNEX_METRICS, by: ['month'], from, to } }),
  write(telling): Block[] {
    const answer = telling.answers.get('months')
    if (!answer?.range || answer.rows.length === 0) return []
    return headed(
      telling,
      ['逐月数据', 'Month by month'],
      [
        {
          kind: 'table',
          title: say(telling, '各月主要指标', 'Main figures of each month'),
          columns: [
            { title: say(telling, '月份', 'Month'), align: 'left', width: 2 },
            ...knownOf(answer).map((id) => ({
              title: metricName(telling, id),
              align: 'right' as const,
              width: unitOf(telling, id) === 'money' ? 4 : 2,
            })),
          ],
          rows: [
            ...answer.rows.map((row) => monthRow(telling, answer, row)),
            {
              strong: true,
              cells: [
                say(telling, '全期', 'Whole'),
                ...knownOf(answer).map((id) =>
                  figure(numberOf(answer.totals, id), unitOf(telling, id), queryRef(answer.ask, [id])),
                ),
              ],
            },
          ],
        },
      ],
    )
  },
}

/** How the figures were made: said once, so that two readers mean the same by a number. */
export const METHODS: Section = {
  write: (telling): Block[] => [
    heading(telling, '口径', 'How the figures are made'),
    {
      kind: 'paragraph',
      sentences: [
        {
          pieces: [
            say(
              telling,
              '每个数字都取自指标字典的唯一定义，点开可回到系统里对应的查询；比率在汇总之后计算，去重人数按整期重新计数，不由各段相加。',
              'Every figure is taken from its one definition in the metric dictionary and opens its query in the system; ratios are taken of whole sums, people are counted again for each period and never added.',
            ),
          ],
        },
        {
          pieces: [
            say(
              telling,
              '变化的原因用访客数 × 转化率 × 客单价拆解，各项合计等于差额；被点名的渠道、品类、商品，其变化经检验大于日常波动（假发现率 5%）。',
              'Causes are the split of the change into visitors × conversion × amount a buyer, which add up to it; values that are named moved by more than days differ anyway (false discovery rate 5%).',
            ),
          ],
        },
      ],
    },
  ],
}
