import { figure, type Sentence } from '../document.ts'
import type { Answer, AnswerRow } from '../library/ask.ts'
import { metricName, numberOf, queryRef, say, type Telling, valueName } from '../library/telling.ts'

/** Fewer visitors say little about a rate. */
const VISITORS_MIN = 100
/** One-sided 0.1 %: of a thousand sound items one is named by chance. */
const Z_MIN = 3.09
const NAMED_MAX = 10

/** A value that converts less than all the others together. `short`: those it would have besides at their rate. */
export type WeakLink = {
  id: string
  visitors: number
  converted: number
  rate: number
  others: number
  short: number
}

/** Who counts as converted, and the rate: buyers where the dimension knows orders, those who added to the cart where it is a page. */
export type Conversion = { dimension: string; people: string; rate: string }

export const conversionOf = (dimension: string): Conversion =>
  dimension === 'page'
    ? { dimension, people: 'cartBuyers', rate: 'cartRate' }
    : { dimension, people: 'buyers', rate: 'cvr' }

const partOf = (row: AnswerRow, { dimension, people }: Conversion) => ({
  id: String(row[dimension] ?? ''),
  visitors: numberOf(row, 'uv') ?? 0,
  converted: numberOf(row, people) ?? 0,
})

const sumOf = (parts: readonly ReturnType<typeof partOf>[], side: 'visitors' | 'converted'): number =>
  parts.reduce((sum, part) => sum + part[side], 0)

/**
 * Values with enough visitors whose conversion is below that of the others by more than chance, the costliest first.
 * Shape: needs visitors and those who converted by the dimension. Source: two-proportion z test with pooled variance.
 */
export function weakLinks(answer: Answer, dimension: string): WeakLink[] {
  // A page on which nobody at all adds to the cart, such as the home page, has no button for it.
  const counts = ({ id, converted }: { id: string; converted: number }): boolean =>
    id !== '' && (dimension !== 'page' || converted > 0)
  const parts = answer.rows.map((row) => partOf(row, conversionOf(dimension))).filter(counts)
  const [allSeen, allWon] = [sumOf(parts, 'visitors'), sumOf(parts, 'converted')]
  return parts
    .flatMap((part): WeakLink[] => {
      const [seen, won] = [allSeen - part.visitors, allWon - part.converted]
      if (part.visitors < VISITORS_MIN || seen <= 0 || won <= 0) return []
      const [own, others, pooled] = [part.converted / part.visitors, won / seen, allWon / allSeen]
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / part.visitors + 1 / seen))
      if (!(error > 0) || (others - own) / error < Z_MIN) return []
      return [{ ...part, rate: own, others, short: Math.round((others - own) * part.visitors) }]
    })
    .toSorted((a, b) => b.short - a.short)
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
        figure(worst.visitors, 'count', ref),
        say(telling, `，${metricName(telling, rate)} `, ` visitors, ${metricName(telling, rate)} `),
        figure(worst.rate, 'ratio', ref),
        say(telling, '，低于其余的 ', ', lower than the others at '),
        figure(worst.others, 'ratio', ref),
        say(telling, '，约少 ', ', about '),
        figure(worst.short, 'count', ref),
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
