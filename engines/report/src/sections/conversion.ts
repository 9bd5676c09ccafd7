import { mixRate } from '@zhanggui/analysis'
import { type Block, figure } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import type { Section } from '../library/report-kind.ts'
import { dimensionName, metricName, queryRef, say, type Telling, valueName } from '../library/telling.ts'
import { type RatioCut, ratioParts, sayMixShift } from '../narrative/mix-shift.ts'
import { conversionOf, sayWeakLinks, weakLinks } from '../narrative/weak-links.ts'
import { askOver, headed, paragraphOf } from './write.ts'

function weakTable(telling: Telling, answer: Answer, dimension: string): Block[] {
  const links = weakLinks(answer, dimension)
  if (links.length === 0) return []
  const { people, rate } = conversionOf(dimension)
  const ref = queryRef(answer.ask, ['uv', people, rate])
  return [
    {
      kind: 'table',
      title: say(
        telling,
        `转化低于其余的${dimensionName(telling, dimension)}`,
        `${dimensionName(telling, dimension)}: converting below the others`,
      ),
      columns: [
        { title: dimensionName(telling, dimension), align: 'left', width: 4 },
        { title: metricName(telling, 'uv'), align: 'right', width: 2 },
        { title: metricName(telling, people), align: 'right', width: 2 },
        {
          title: metricName(telling, rate),
          align: 'right',
          width: 2,
          formula: { kind: 'ratio', over: 2, under: 1 },
        },
        { title: say(telling, '其余合计', 'Others'), align: 'right', width: 2 },
        { title: say(telling, '约少人数', 'People short'), align: 'right', width: 2 },
      ],
      rows: links.map(({ id, visitors, converted, rate: own, others, short }) => ({
        cells: [
          valueName(telling, answer, dimension, id),
          figure(visitors, 'count', ref),
          figure(converted, 'count', ref),
          figure(own, 'ratio', ref),
          figure(others, 'ratio', ref),
          figure(short, 'count', ref),
        ],
      })),
    },
  ]
}

/** Values of a dimension that convert less than the others by more than chance (P14.05). */
export const lowConversion = (dimension: string): Section => ({
  asks: (period) => {
    const { people, rate } = conversionOf(dimension)
    const { compare: _, ...ask } = askOver(period, { metrics: ['uv', people, rate], by: [dimension], limit: 5000 })
    return { links: ask }
  },
  write(telling) {
    const answer = telling.answers.get('links')
    if (!answer?.range) return []
    const name = dimensionName(telling, dimension)
    return headed(
      telling,
      [`低转化的${name}`, `${name}: low conversion`],
      [...paragraphOf(...sayWeakLinks(telling, answer, dimension)), ...weakTable(telling, answer, dimension)],
    )
  },
})

const MIX_CUT: RatioCut = { dimension: 'channel', metric: 'cvr', numerator: 'buyers', denominator: 'uv' }
const MIX_ROWS = 8

function mixTable(telling: Telling, answer: Answer): Block[] {
  const { effects, mix, rate } = mixRate(ratioParts(answer, MIX_CUT, 'Compare'), ratioParts(answer, MIX_CUT, ''))
  const ref = queryRef(answer.ask, ['uv', 'buyers', 'cvr'])
  const cell = (value: number | null) => figure(value, 'ratio', ref)
  const points = (value: number | null) => ({ ...cell(value), as: 'points' as const })
  const size = (e: (typeof effects)[number]): number => Math.abs(e.mix) + Math.abs(e.rate)
  const rows = effects.toSorted((a, b) => size(b) - size(a)).slice(0, MIX_ROWS)
  if (rows.length < 2) return []
  return [
    {
      kind: 'table',
      title: say(
        telling,
        '各渠道对转化率变化的作用（按渠道访客合计）',
        'What each channel did to conversion (visitors by channel)',
      ),
      columns: [
        { title: dimensionName(telling, 'channel'), align: 'left', width: 3 },
        { title: say(telling, '此前占比', 'Share before'), align: 'right', width: 2 },
        { title: say(telling, '本期占比', 'Share now'), align: 'right', width: 2 },
        { title: say(telling, '此前转化', 'CVR before'), align: 'right', width: 2 },
        { title: say(telling, '本期转化', 'CVR now'), align: 'right', width: 2 },
        { title: say(telling, '构成作用', 'By mix'), align: 'right', width: 2 },
        { title: say(telling, '自身作用', 'By itself'), align: 'right', width: 2 },
      ],
      rows: [
        ...rows.map((e) => ({
          cells: [
            valueName(telling, answer, 'channel', e.id),
            cell(e.share.from),
            cell(e.share.to),
            cell(e.ratio.from),
            cell(e.ratio.to),
            points(e.mix),
            points(e.rate),
          ],
        })),
        { strong: true, cells: [say(telling, '全部渠道', 'All channels'), '', '', '', '', points(mix), points(rate)] },
      ],
    },
  ]
}

/** Whether conversion moved by itself or because traffic shifted between channels. */
export const CONVERSION_MIX: Section = {
  asks: (period) => ({ mix: askOver(period, { metrics: ['uv', 'buyers', 'cvr'], by: ['channel'], limit: 500 }) }),
  write(telling) {
    const answer = telling.answers.get('mix')
    if (!answer?.range || !answer.compareRange) return []
    return headed(
      telling,
      ['转化变化的来源', 'Where the movement of conversion comes from'],
      [...paragraphOf(...sayMixShift(telling, answer, MIX_CUT)), ...mixTable(telling, answer)],
    )
  },
}
