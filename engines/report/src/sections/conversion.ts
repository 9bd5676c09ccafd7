import { type Block, figure } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import type { Section } from '../library/report-kind.ts'
import { dimensionName, queryRef, say, type Telling, valueName } from '../library/telling.ts'
import { sayMixShift } from '../narrative/mix-shift.ts'
import { sayWeakLinks, weakLinks } from '../narrative/weak-links.ts'
import { askOver, headed, paragraphOf } from './write.ts'

function weakTable(telling: Telling, answer: Answer, dimension: string): Block[] {
  const links = weakLinks(answer, dimension)
  if (links.length === 0) return []
  const ref = queryRef(answer.ask, ['uv', 'buyers', 'cvr'])
  return [
    {
      kind: 'table',
      title: say(telling, '低转化环节', 'Where few convert'),
      columns: [
        { title: dimensionName(telling, dimension), align: 'left', width: 4 },
        { title: say(telling, '访客', 'Visitors'), align: 'right', width: 2 },
        { title: say(telling, '买家', 'Buyers'), align: 'right', width: 2 },
        {
          title: say(telling, '转化率', 'CVR'),
          align: 'right',
          width: 2,
          formula: { kind: 'ratio', over: 2, under: 1 },
        },
        { title: say(telling, '其余合计', 'Others'), align: 'right', width: 2 },
        { title: say(telling, '约少买家', 'Buyers short'), align: 'right', width: 2 },
      ],
      rows: links.map(({ id, uv, buyers, cvr, others, lostBuyers }) => ({
        cells: [
          valueName(telling, answer, dimension, id),
          figure(uv, 'count', ref),
          figure(buyers, 'count', ref),
          figure(cvr, 'ratio', ref),
          figure(others, 'ratio', ref),
          figure(lostBuyers, 'count', ref),
        ],
      })),
    },
  ]
}

/** Values of a dimension that convert less than the others by more than chance (P14.05). */
export const lowConversion = (dimension: string): Section => ({
  asks: (period) => {
    const { compare: _, ...ask } = askOver(period, { metrics: ['uv', 'buyers', 'cvr'], by: [dimension], limit: 5000 })
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

/** Whether conversion moved by itself or because traffic shifted between channels. */
export const CONVERSION_MIX: Section = {
  asks: (period) => ({ mix: askOver(period, { metrics: ['uv', 'buyers', 'cvr'], by: ['channel'], limit: 500 }) }),
  write(telling) {
    const answer = telling.answers.get('mix')
    if (!answer?.range) return []
    const cut = { dimension: 'channel', metric: 'cvr', numerator: 'buyers', denominator: 'uv' }
    return paragraphOf(...sayMixShift(telling, answer, cut))
  },
}
