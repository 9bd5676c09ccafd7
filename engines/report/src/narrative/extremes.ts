import { figure, type Sentence } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import { metricName, numberOf, queryRef, say, type Telling, unitOf } from '../library/telling.ts'
import { periodName } from './period-name.ts'

/** A course this even has no peak worth naming. */
const EVEN_RATIO = 1.2

/** The strongest and the weakest period of a course. Silent where the course is even, or has fewer than three periods. */
export function sayExtremes(
  telling: Telling,
  answer: Answer,
  { grain, metric }: { grain: string; metric: string },
): Sentence[] {
  const known = answer.rows.flatMap((row) => {
    const value = numberOf(row, metric)
    const period = String(row[grain] ?? '')
    const partial = answer.incomparable.some((one) => one.period === period && one.metric === metric)
    return value === null || partial ? [] : [{ period, value }]
  })
  const sorted = known.toSorted((a, b) => b.value - a.value)
  const [most, least] = [sorted[0], sorted.at(-1)]
  if (sorted.length < 3 || !most || !least || most.value <= 0) return []
  if (least.value > 0 && most.value < least.value * EVEN_RATIO) return []
  const value = (amount: number) => figure(amount, unitOf(telling, metric), queryRef(answer.ask, [metric]))
  const name = metricName(telling, metric)
  return [
    {
      pieces: [
        say(telling, `${name}最多的是 ${periodName(telling, most.period)}，`, `${name} peaked in ${most.period} with `),
        value(most.value),
        say(telling, `；最少的是 ${periodName(telling, least.period)}，`, ` and was least in ${least.period} with `),
        value(least.value),
        say(telling, '。', '.'),
      ],
    },
  ]
}
