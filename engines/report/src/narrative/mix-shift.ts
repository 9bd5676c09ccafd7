import { mixRate, type RatioPart } from '@zhanggui/analysis'
import { figure, type Sentence } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import { dimensionName, metricName, numberOf, queryRef, say, type Telling, valueName } from '../library/telling.ts'
import { againstOf } from './compared.ts'

/** From this share of the ratio's movement on, the mix is a cause worth naming. */
const MIX_SHARE = 0.3
/** A ratio that moved less has not moved. */
const MOVED_MIN = 0.02

export type RatioCut = { dimension: string; metric: string; numerator: string; denominator: string }

export const ratioParts = (
  answer: Answer,
  { dimension, numerator, denominator }: RatioCut,
  suffix: '' | 'Compare',
): RatioPart[] =>
  answer.rows.map((row) => ({
    id: String(row[dimension] ?? ''),
    numerator: numberOf(row, `${numerator}${suffix}`) ?? 0,
    denominator: numberOf(row, `${denominator}${suffix}`) ?? 0,
  }))

/**
 * Whether a rate moved because its groups did, or because more falls to groups that are better or worse. Said only where the mix
 * made a good part of it, because that is what the headline hides.
 */
export function sayMixShift(telling: Telling, answer: Answer, cut: RatioCut): Sentence[] {
  if (answer.compareRange === null) return []
  const { from, to, mix, effects } = mixRate(ratioParts(answer, cut, 'Compare'), ratioParts(answer, cut, ''))
  if (from === null || to === null || from <= 0 || Math.abs(to - from) < MOVED_MIN * from) return []
  if (Math.abs(mix) < MIX_SHARE * Math.abs(to - from)) return []
  const main = effects.toSorted((a, b) => Math.abs(b.mix) - Math.abs(a.mix))[0]
  if (!main) return []
  const ref = queryRef(answer.ask, [cut.metric])
  const against = againstOf(telling, answer)
  const of = dimensionName(telling, cut.dimension)
  return [
    {
      pieces: [
        say(
          telling,
          `${metricName(telling, cut.metric)}（按${of}合计）变动 `,
          `${metricName(telling, cut.metric)} (all of ${of} together) moved by `,
        ),
        { ...figure(to - from, 'ratio', ref), as: 'points' },
        say(telling, `，其中 `, ', of which '),
        { ...figure(mix, 'ratio', ref), as: 'points' },
        say(
          telling,
          ` 来自${of}构成：${valueName(telling, answer, cut.dimension, main.id)}占比由 `,
          ` is mix: the share of ${valueName(telling, answer, cut.dimension, main.id)} went from `,
        ),
        figure(main.share.from, 'ratio', ref),
        say(telling, ' 变为 ', ' to '),
        figure(main.share.to, 'ratio', ref),
        say(telling, `（比${against}）。`, ` (against ${against}).`),
      ],
      claim: {
        metric: cut.metric,
        period: say(telling, telling.period.nameZh, telling.period.nameEn),
        comparison: against,
      },
    },
  ]
}
