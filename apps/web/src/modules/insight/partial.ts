import type { PartialFigure, QueryResult } from '@zhanggui/contract'
import { type Change, changeOf } from '../../format/change.ts'
import type { Words } from './strings.ts'

/** A place of an answer: a metric in a period, or (empty period) over the whole range. */
export type Place = { period: string; metric: string }

const marksAt = (result: QueryResult, { period, metric }: Place): PartialFigure[] =>
  result.partial.filter((p) => p.period === period && (p.column === metric || p.column === `${metric}Compare`))

/** Movement in a place; null also where the two sides do not hold the same stretch of days. */
export function movementOf(
  result: QueryResult,
  row: QueryResult['rows'][number] | undefined,
  place: Place,
): Change | null {
  if (marksAt(result, place).some(({ comparable }) => !comparable)) return null
  const unit = result.columns.find(({ id }) => id === place.metric)?.unit ?? null
  return changeOf(row?.[place.metric], row?.[`${place.metric}Compare`], unit)
}

function wordsOf({ column, days, ofDays, running }: PartialFigure, metric: string, t: Words): string[] {
  const few = days < ofDays ? [column === metric ? t.fewDays(days) : t.fewDaysBefore(days)] : []
  return running ? [...few, t.todayRuns] : few
}

/** What a reader must know of the days behind a figure; empty where there is nothing to know. */
export const partialWords = (result: QueryResult, place: Place, t: Words): string =>
  marksAt(result, place)
    .flatMap((mark) => wordsOf(mark, place.metric, t))
    .join(t.listMark)

/** Why a place has no percentage, as short as a table cell; null where it may have one. */
export function whyNoPercentage(result: QueryResult, place: Place, t: Words): string | null {
  const marks = marksAt(result, place).filter(({ comparable }) => !comparable)
  const told = marks.find(({ column }) => column !== place.metric) ?? marks[0]
  if (!told) return null
  return wordsOf(told, place.metric, t)[0] ?? t.otherStretch
}
