import { type Figure, figure, type Language, type Reference, type Unit } from '../document.ts'
import type { Answer, AnswerRow, Ask } from './ask.ts'
import type { ReportFacts } from './facts.ts'
import type { ReportPeriod } from './report-period.ts'

/** A metric as the catalogue names it. */
export type MetricName = { nameZh: string; nameEn: string; unit: Unit; higherIsBetter?: boolean | null }

/** What a section is written from. `answers` holds the section's own questions; null where the reader may not see the figure. */
export type Telling = {
  language: Language
  currency: string
  period: ReportPeriod
  metrics: ReadonlyMap<string, MetricName>
  /** Names of a dimension and of its fixed values. */
  dimensions: ReadonlyMap<string, { nameZh: string; nameEn: string; values: ReadonlyMap<string, [string, string]> }>
  answers: ReadonlyMap<string, Answer | null>
  facts: ReportFacts
}

/** The word of the document's language. */
export const say = ({ language }: Pick<Telling, 'language'>, zh: string, en: string): string =>
  language === 'zh' ? zh : en

export const metricOf = (telling: Telling, id: string): MetricName | undefined => telling.metrics.get(id)

export const metricName = (telling: Telling, id: string): string => {
  const found = metricOf(telling, id)
  return found ? say(telling, found.nameZh, found.nameEn) : id
}

export const unitOf = (telling: Telling, id: string): Unit => metricOf(telling, id)?.unit ?? 'count'

export const dimensionName = (telling: Telling, id: string): string => {
  const found = telling.dimensions.get(id)
  return found ? say(telling, found.nameZh, found.nameEn) : id
}

/** Where no value is one that is known: a day of no occasion. */
const NOTHING: Readonly<Record<string, readonly [string, string]>> = {
  occasion: ['非节点日', 'no occasion'],
  campaign: ['活动之外', 'no campaign'],
}

/** A value of a dimension in words: its label, its fixed name, itself; an empty one is not known, or none. */
export function valueName(telling: Telling, answer: Answer, dimension: string, value: string): string {
  const fixed = telling.dimensions.get(dimension)?.values.get(value)
  const label = answer.labels[dimension]?.[value]
  if (label) return label
  if (fixed) return say(telling, ...fixed)
  return value || say(telling, ...(NOTHING[dimension] ?? ['未知', 'unknown']))
}

/** The question behind a figure of an answer: cut by the same dimensions, over the same days. */
export function queryRef(ask: Ask, metrics: readonly string[] = ask.metrics): Reference {
  const { by = [], from, to, filters, compare } = ask
  return {
    kind: 'query',
    metrics,
    by: [...by],
    from,
    to,
    ...(filters && filters.length > 0 ? { filters } : {}),
    ...(compare ? { compare } : {}),
  }
}

export const numberOf = (row: AnswerRow, column: string): number | null => {
  const cell = row[column]
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null
}

export const figureOf = (telling: Telling, answer: Answer, metric: string, value: number | null): Figure =>
  figure(value, unitOf(telling, metric), queryRef(answer.ask, [metric]))
