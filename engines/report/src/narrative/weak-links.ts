import { figure, type Sentence } from '../document.ts'
import type { Answer, AnswerRow } from '../library/ask.ts'
import { metricName, numberOf, queryRef, say, type Telling, valueName } from '../library/telling.ts'

/** Fewer visitors say little about a rate. */
const VISITORS_MIN = 100
/** One-sided 0.1 %: of a thousand sound items one is named by chance. */
const Z_MIN = 3.09
const NAMED_MAX = 10

/** A value that converts less than all the others together. `lostBuyers`: those it would have at their rate. */
export type WeakLink = { id: string; uv: number; buyers: number; cvr: number; others: number; lostBuyers: number }

/** Who counts as converted, and the rate: buyers where the dimension knows orders, those who added to the cart where it is a page. */
export type Conversion = { dimension: string; people: string; rate: string }

export const conversionOf = (dimension: string): Conversion =>
  dimension === 'page'
    ? { dimension, people: 'cartBuyers', rate: 'cartRate' }
    : { dimension, people: 'buyers', rate: 'cvr' }

const partOf = (row: AnswerRow, { dimension, people }: Conversion) => ({
  id: String(row[dimension] ?? ''),
  uv: numberOf(row, 'uv') ?? 0,
  buyers: numberOf(row, people) ?? 0,
})

/**
 * Values with enough visitors whose conversion is below that of the others by more than chance, the costliest first.
 * Shape: needs visitors and those who converted by the dimension. Source: two-proportion z test with pooled variance.
 */
export function weakLinks(answer: Answer, dimension: string): WeakLink[] {
  const parts = answer.rows.map((row) => partOf(row, conversionOf(dimension))).filter(({ id }) => id !== '')
  const [allUv, allBuyers] = [parts.reduce((s, p) => s + p.uv, 0), parts.reduce((s, p) => s + p.buyers, 0)]
  return parts
    .flatMap((part): WeakLink[] => {
      const [restUv, restBuyers] = [allUv - part.uv, allBuyers - part.buyers]
      if (part.uv < VISITORS_MIN || restUv <= 0 || restBuyers <= 0) return []
      const [own, others, pooled] = [part.buyers / part.uv, restBuyers / restUv, allBuyers / allUv]
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / part.uv + 1 / restUv))
      if (!(error > 0) || (others - own) / error < Z_MIN) return []
      return [{ ...part, cvr: own, others, lostBuyers: Math.round((others - own) * part.uv) }]
    })
    .toSorted((a, b) => b.lostBuyers - a.lostBuyers)
    .slice(0, NAMED_MAX)
}

/** The costliest of them. Silent where every value converts as well as the others. */
export function sayWeakLinks(telling: Telling, answer: Answer, dimension: string): Sentence[] {
  const [worst] = weakLinks(answer, dimension)
  if (!worst) return []
  const { rate } = conversionOf(dimension)
  const ref = queryRef(answer.ask, [rate, 'uv'])
  return [
    {
      pieces: [
        say(telling, '转化损失最大的是 ', 'Most is lost at '),
        valueName(telling, answer, dimension, worst.id),
        say(telling, '：访客 ', ': '),
        figure(worst.uv, 'count', ref),
        say(telling, `，${metricName(telling, rate)} `, ` visitors, ${metricName(telling, rate)} `),
        figure(worst.cvr, 'ratio', ref),
        say(telling, '，低于其余的 ', ', lower than the others at '),
        figure(worst.others, 'ratio', ref),
        say(telling, '，约少 ', ', about '),
        figure(worst.lostBuyers, 'count', ref),
        say(telling, ' 人。', ' people fewer.'),
      ],
      claim: {
        metric: rate,
        period: say(telling, telling.period.nameZh, telling.period.nameEn),
        comparison: say(telling, '其余各项合计', 'the others together'),
      },
    },
  ]
}
