import { type Figure, figure, type Unit } from '../document.ts'
import type { Answer, AnswerRow, AskComparison } from '../library/ask.ts'
import { metricName, numberOf, queryRef, say, type Telling, unitOf } from '../library/telling.ts'

/** A metric on both sides of a comparison; `before` is null where the sides do not hold the same stretch. */
export type Compared = {
  metric: string
  name: string
  unit: Unit
  now: number | null
  before: number | null
  period: string
  /** In words: 上年同期. */
  against: string
  figureOf: (value: number | null) => Figure
}

const AGAINST: Readonly<Record<AskComparison, readonly [string, string]>> = {
  yoy: ['上年同期', 'the same days a year earlier'],
  previous: ['上一期', 'the period before'],
  campaignDay: ['上次同一活动日', 'the same campaign days of last time'],
}

/** What the answer is compared with, in words; empty where it is compared with nothing. */
export function againstOf(telling: Telling, answer: Answer): string {
  const { compare } = answer.ask
  return compare && answer.compareRange ? say(telling, ...AGAINST[compare]) : ''
}

const isComparable = (answer: Answer, metric: string, period: string): boolean =>
  answer.compareRange !== null && !answer.incomparable.some((one) => one.period === period && one.metric === metric)

/** Who is new, and what is new, is told by looking back; a stretch at the very beginning of the data has nothing to look back on. */
const LOOKS_BACK: ReadonlySet<string> = new Set([
  'newBuyers',
  'returningBuyers',
  'newBuyerShare',
  'returningBuyerShare',
  'newPaid',
  'newPaidShare',
  'newItemShare',
  'newCategoryShare',
])
const LOOK_BACK_DAYS = 365

const daysFrom = (first: string, day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000

/** Whether the other side lies too near the beginning of the data to say who or what was new in it. */
export function lacksHistory({ period }: Pick<Telling, 'period'>, answer: Answer, metric: string): boolean {
  if (!LOOKS_BACK.has(metric) || !answer.compareRange || !period.firstDay) return false
  return daysFrom(period.firstDay, answer.compareRange.from) < LOOK_BACK_DAYS
}

type Place = { row?: AnswerRow; periodKey?: string; periodName?: string }

/** A metric of an answer's totals, or of one of its rows, beside its comparison. */
export function comparedOf(telling: Telling, answer: Answer, metric: string, place: Place = {}): Compared {
  const { row = answer.totals, periodKey = '', periodName } = place
  const unit = unitOf(telling, metric)
  return {
    metric,
    name: metricName(telling, metric),
    unit,
    now: numberOf(row, metric),
    before:
      isComparable(answer, metric, periodKey) && !lacksHistory(telling, answer, metric)
        ? numberOf(row, `${metric}Compare`)
        : null,
    period: periodName ?? say(telling, telling.period.nameZh, telling.period.nameEn),
    against: againstOf(telling, answer),
    figureOf: (value) => figure(value, unit, queryRef(answer.ask, [metric])),
  }
}
