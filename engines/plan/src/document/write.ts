import type { GoalMetric } from '@zhanggui/goals'
import {
  type Block,
  type Figure,
  figure,
  type Language,
  type Reference,
  type Sentence,
  type Unit,
} from '@zhanggui/report'
import type { Plan } from '../plan.ts'
import type { DocumentFacts } from './document-facts.ts'

/** What every chapter is written from. `final`: an approved version; nothing may be missing. */
export type Writing = { plan: Plan; facts: DocumentFacts; language: Language; final: boolean }

/** The word of the document's language. */
export type Words = (zh: string, en: string) => string
export const wordsOf =
  ({ language }: Pick<Writing, 'language'>): Words =>
  (zh, en) =>
    language === 'zh' ? zh : en

export const planRef = (part: string, id: string | null = null, field: string | null = null): Reference => ({
  kind: 'plan',
  part,
  id,
  field,
})

export const recordRef = (resource: string, id: string | null = null): Reference => ({ kind: 'record', resource, id })

/** The question behind a figure of last year. */
export const lastYearRef = (
  facts: DocumentFacts,
  metrics: readonly string[],
  by: readonly string[] = [],
): Reference => ({
  kind: 'query',
  metrics,
  by,
  from: facts.lastYear?.from ?? '',
  to: facts.lastYear?.to ?? '',
})

export const plain = (...pieces: Sentence['pieces']): Sentence => ({ pieces })

export const paragraph = (...sentences: Sentence[]): Block => ({ kind: 'paragraph', sentences })

/** The author's own words for a chapter, or what to do about their absence. */
export function authorBlocks(writing: Writing, chapter: keyof Plan['texts']): Block[] {
  const text = writing.plan.texts[chapter].trim()
  return text === '' ? [] : [{ kind: 'author', text }]
}

/** A part that is not there: said in a draft, left out of a final document, where other words stand for it. */
export function missing(writing: Writing, zh: string, en: string, ref: Reference): Block[] {
  return writing.final ? [] : [{ kind: 'missing', text: wordsOf(writing)(zh, en), ref }]
}

const UNKNOWN: Pick<GoalMetric, 'unit'> = { unit: 'count' }

export function metricOf({ facts, plan }: Writing, id: string): GoalMetric | null {
  return [...facts.metrics, ...plan.measures].find((metric) => metric.id === id) ?? null
}

export function metricName(writing: Writing, id: string): string {
  const metric = metricOf(writing, id)
  return metric ? wordsOf(writing)(metric.nameZh, metric.nameEn) : id
}

export const unitOf = (writing: Writing, id: string): Unit => (metricOf(writing, id) ?? UNKNOWN).unit

export const metricFigure = (writing: Writing, metric: string, value: number | null, ref: Reference): Figure =>
  figure(value, unitOf(writing, metric), ref)

/** A dimension, and a value of it, in words. */
export function dimensionName({ facts, language }: Writing, id: string): string {
  const found = facts.dimensions.find((dimension) => dimension.id === id)
  return found ? wordsOf({ language })(found.nameZh, found.nameEn) : id
}

export function valueName({ facts, language }: Writing, dimension: string, value: string): string {
  const words = wordsOf({ language })
  const known = facts.dimensions.find(({ id }) => id === dimension)?.values.find(({ id }) => id === value)
  return known ? words(known.nameZh, known.nameEn) : value || words('未知', 'unknown')
}

/** `2027-06` in words. */
export function periodName(period: string, { language }: Pick<Writing, 'language'>): string {
  const [year, rest, day] = period.split('-')
  if (language === 'en' || !rest) return language === 'zh' ? `${year} 年` : period
  if (rest.startsWith('Q')) return `${year} 年 ${rest}`
  return day ? `${year}-${rest}-${day}` : `${Number(rest)} 月`
}

/** The last day of a half-open range, written: readers do not count the day after. */
export function lastDayOf(toDay: string): string {
  return new Date(Date.parse(`${toDay}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

export const dayRange = (fromDay: string, toDay: string): string => {
  const last = lastDayOf(toDay)
  return last === fromDay ? fromDay : `${fromDay} – ${last}`
}
