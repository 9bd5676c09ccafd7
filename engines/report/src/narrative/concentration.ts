import { figure, type Sentence } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import { dimensionName, metricName, numberOf, queryRef, say, type Telling } from '../library/telling.ts'

/** A handful says something only among many: it is said from this share of the whole on. */
const SHARE_MIN = 0.5

/**
 * How much of the whole the first `top` values carry. Silent where there are hardly more values than that, where the whole is not
 * positive, and where they carry less than half.
 */
export function sayConcentration(
  telling: Telling,
  answer: Answer,
  { dimension, metric, top }: { dimension: string; metric: string; top: number },
): Sentence[] {
  const values = answer.rows.map((row) => numberOf(row, metric) ?? 0).toSorted((a, b) => b - a)
  const whole = numberOf(answer.totals, metric)
  if (whole === null || whole <= 0 || values.length < top * 2) return []
  const share = values.slice(0, top).reduce((sum, value) => sum + value, 0) / whole
  if (share < SHARE_MIN || share > 1) return []
  const [what, of] = [metricName(telling, metric), dimensionName(telling, dimension)]
  return [
    {
      pieces: [
        say(telling, `前 ${top} 个${of}占${what}的 `, `The first ${top} (${of}) carry `),
        figure(share, 'ratio', queryRef(answer.ask, [metric])),
        say(telling, '。', ` of ${what}.`),
      ],
    },
  ]
}
