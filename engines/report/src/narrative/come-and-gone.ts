import { figure, type Sentence } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import { metricName, numberOf, queryRef, say, type Telling, unitOf, valueName } from '../library/telling.ts'
import { againstOf } from './compared.ts'

/** Less than this share of the whole is no business that began or ended. */
const SHARE_MIN = 0.01

type Cut = { dimension: string; metric: string }

function side(answer: Answer, { dimension, metric }: Cut, has: 'now' | 'before') {
  const [own, other] = has === 'now' ? [metric, `${metric}Compare`] : [`${metric}Compare`, metric]
  const whole = numberOf(answer.totals, own) ?? 0
  return answer.rows
    .map((row) => ({
      id: String(row[dimension] ?? ''),
      value: numberOf(row, own) ?? 0,
      other: numberOf(row, other) ?? 0,
    }))
    .filter(({ id, value, other }) => id !== '' && value > whole * SHARE_MIN && value > 0 && other === 0)
    .toSorted((a, b) => b.value - a.value)
}

/** What sells now and did not before, and what sold before and does not now. Silent where neither is worth a hundredth of sales. */
export function sayComeAndGone(telling: Telling, answer: Answer, cut: Cut): Sentence[] {
  if (answer.compareRange === null || answer.incomparable.some(({ period }) => period === '')) return []
  const against = againstOf(telling, answer)
  const sentence = (has: 'now' | 'before'): Sentence[] => {
    const found = side(answer, cut, has)
    if (found.length === 0) return []
    const sum = found.reduce((all, { value }) => all + value, 0)
    const names = found
      .slice(0, 3)
      .map(({ id }) => valueName(telling, answer, cut.dimension, id))
      .join(say(telling, '、', ', '))
    const lead =
      has === 'now'
        ? say(telling, `${against}没有而本期有成交的：${names}`, `Selling now and not in ${against}: ${names}`)
        : say(telling, `${against}有而本期没有成交的：${names}`, `Sold in ${against} and not now: ${names}`)
    const more = found.length > 3 ? say(telling, ` 等 ${found.length} 个`, ` and ${found.length - 3} more`) : ''
    return [
      {
        pieces: [
          lead,
          more,
          say(telling, `，${metricName(telling, cut.metric)} `, ', '),
          figure(sum, unitOf(telling, cut.metric), queryRef(answer.ask, [cut.metric])),
          say(telling, '。', '.'),
        ],
      },
    ]
  }
  return [...sentence('now'), ...sentence('before')]
}
