import { CONTRIBUTION_RULES, type Contribution, contributions, type PartDays } from '@zhanggui/analysis'
import type { PartEffect } from '@zhanggui/contract'
import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import { numberOf, type Reader, type Row, readRows } from './read-figures.ts'
import type { Days } from './resolve-sides.ts'

/** Values of a dimension, largest change first; `values` counts those beyond the limit, `change` adds them up. */
export type Parts = { parts: PartEffect[]; others: { values: number; effect: number } | null }
export type PartsAsked = { metric: string; by: string; limit: number; current: Days; earlier: Days }

type Whole = { value: string; before: number; after: number }

const change = ({ before, after }: Whole): number => after - before

async function wholeChanges(reader: Reader, { metric, by, current, earlier }: PartsAsked) {
  const ask = (days: Days) => readRows(reader, { metrics: [metric], by: [by], days })
  const [after, before] = await Promise.all([ask(current), ask(earlier)])
  const figures = (rows: readonly Row[]) => new Map(rows.map((row) => [String(row[by]), numberOf(row[metric]) ?? 0]))
  const [nowBy, thenBy] = [figures(after.rows), figures(before.rows)]
  const values = [...new Set([...nowBy.keys(), ...thenBy.keys()])]
  const wholes = values.map(
    (value): Whole => ({
      value,
      before: thenBy.get(value) ?? 0,
      after: nowBy.get(value) ?? 0,
    }),
  )
  wholes.sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || (a.value < b.value ? -1 : 1))
  return { wholes, labels: { ...before.labels, ...after.labels } }
}

const daysOf = ({ from, to }: Days): string[] =>
  Array.from({ length: daysBetween(parseDay(from), parseDay(to)) }, (_, i) => addDays(parseDay(from), i))

/** A value's figure on each day of a side; a day without a row is a day without sales. */
async function dailyFigures(reader: Reader, { metric, by }: PartsAsked, days: Days, values: string[]) {
  const { rows } = await readRows(reader, { metrics: [metric], by: ['day', by], days, only: { dimension: by, values } })
  const figures = new Map(rows.map((row) => [`${String(row[by])}\n${String(row.day)}`, numberOf(row[metric]) ?? 0]))
  const calendar = daysOf(days)
  return (value: string): number[] => calendar.map((day) => figures.get(`${value}\n${day}`) ?? 0)
}

/** Sums of the whole dimension, of which each value is a share and against which it surprises. */
type Sums = { before: number; after: number }

function partOf(whole: Whole, { before, after }: Sums, row: Contribution | undefined, label: string): PartEffect {
  return {
    value: whole.value,
    label,
    from: whole.before,
    to: whole.after,
    effect: change(whole),
    share: after === before ? null : change(whole) / (after - before),
    surprise: before === 0 ? null : whole.after - whole.before * (after / before),
    mix: null,
    rate: null,
    daily: row?.daily ?? null,
    isSignificant: row?.isSignificant ?? false,
  }
}

/**
 * For a figure that adds up over days: who made the change, and what of it is more than days differ anyway. Figures of the whole range
 * are asked of the catalogue, so that people count once; days only say how much they differ.
 */
export async function sumParts(reader: Reader, asked: PartsAsked): Promise<Parts> {
  const { wholes, labels } = await wholeChanges(reader, asked)
  const [shown, rest] = [wholes.slice(0, asked.limit), wholes.slice(asked.limit)]
  const values = shown.map((w) => w.value)
  const [after, before] = await Promise.all([
    dailyFigures(reader, asked, asked.current, values),
    dailyFigures(reader, asked, asked.earlier, values),
  ])
  const days = values.map((id): PartDays => ({ id, before: before(id), after: after(id) }))
  const tested = contributions(days, { ...CONTRIBUTION_RULES, looked: wholes.length })
  const byValue = new Map(tested.map((row) => [row.id, row]))
  const sum = (pick: (w: Whole) => number, of: readonly Whole[]): number => of.reduce((total, w) => total + pick(w), 0)
  const sums = { before: sum((w) => w.before, wholes), after: sum((w) => w.after, wholes) }
  return {
    parts: shown.map((w) => partOf(w, sums, byValue.get(w.value), labels[w.value] ?? w.value)),
    others: rest.length === 0 ? null : { values: rest.length, effect: sum(change, rest) },
  }
}
