import { figure, type Sentence } from '../document.ts'
import type { Answer, AnswerRow } from '../library/ask.ts'
import { metricName, numberOf, queryRef, say, type Telling, unitOf } from '../library/telling.ts'

/** Beyond so many robust deviations a day is no ordinary one. */
const DEVIATIONS = 4
/** Days of the same weekday that are needed before one can be strange among them. */
const PEERS_MIN = 3
const NAMED_MAX = 3
/** However even a course is, days differ by this share of the usual. */
const EVEN_SHARE = 0.02
/** Median absolute deviation → standard deviation of a normal distribution. */
const MAD_SCALE = 1.4826

export type SurprisingDay = { day: string; value: number; usual: number; deviations: number }

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/**
 * Days that are far from the other days of the same weekday, the farthest first.
 * Source: robust score by median and median absolute deviation (Iglewicz & Hoaglin 1993), pooled over weekdays.
 */
export function surprisingDays(rows: readonly AnswerRow[], metric: string): SurprisingDay[] {
  const known = rows.flatMap((row) => {
    const value = numberOf(row, metric)
    return value === null ? [] : [{ day: String(row.day), value }]
  })
  const usual = new Map<number, number>()
  for (const [weekday, days] of Map.groupBy(known, ({ day }) => weekdayOf(day)))
    if (days.length > PEERS_MIN) usual.set(weekday, median(days.map(({ value }) => value)))
  const scored = known.flatMap((one) => {
    const own = usual.get(weekdayOf(one.day))
    return own === undefined ? [] : [{ ...one, usual: own }]
  })
  if (scored.length === 0) return []
  const differs = MAD_SCALE * median(scored.map(({ value, usual: own }) => Math.abs(value - own)))
  const spread = Math.max(differs, EVEN_SHARE * median(scored.map(({ usual: own }) => Math.abs(own))))
  if (spread === 0) return []
  return scored
    .map((one) => ({ ...one, deviations: (one.value - one.usual) / spread }))
    .filter(({ deviations }) => Math.abs(deviations) >= DEVIATIONS)
    .toSorted((a, b) => Math.abs(b.deviations) - Math.abs(a.deviations))
}

/** The strangest days, each beside what its weekday usually brings. Needs an answer by day; silent on an even course. */
export function saySurprises(telling: Telling, answer: Answer, metric: string): Sentence[] {
  const days = surprisingDays(answer.rows, metric).slice(0, NAMED_MAX)
  const value = (amount: number) => figure(amount, unitOf(telling, metric), queryRef(answer.ask, [metric]))
  return days.map(({ day, value: amount, usual }) => ({
    pieces: [
      say(telling, `${day} ${metricName(telling, metric)} `, `${metricName(telling, metric)} on ${day} was `),
      value(amount),
      amount > usual ? say(telling, '，高于', ', higher than') : say(telling, '，低于', ', lower than'),
      say(telling, '本期同一星期几的中位数 ', ' the median of the same weekday, '),
      value(usual),
      say(telling, '。', '.'),
    ],
    claim: { metric, period: day, comparison: say(telling, '同一星期几的中位数', 'median of the same weekday') },
  }))
}
