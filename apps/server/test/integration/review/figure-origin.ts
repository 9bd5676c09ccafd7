import { salesDrivers } from '@zhanggui/analysis'
import type { QueryResult } from '@zhanggui/contract'
import { type Block, type Figure, isFigure, type Reference, type ReportDocument } from '@zhanggui/report'

type Query = Extract<Reference, { kind: 'query' }>
type Row = QueryResult['rows'][number]

/** A figure with the chapter it stands in, and the figures of its row. */
export type Place = { figure: Figure; beside: readonly Figure[]; where: string }

function placesIn(block: Block): Omit<Place, 'where'>[] {
  const alone = (figures: readonly Figure[]) => figures.map((figure) => ({ figure, beside: figures }))
  if (block.kind === 'paragraph') return block.sentences.flatMap(({ pieces }) => alone(pieces.filter(isFigure)))
  if (block.kind === 'figures') return block.items.map(({ figure }) => ({ figure, beside: [] }))
  if (block.kind === 'table') return block.rows.flatMap(({ cells }) => alone(cells.filter(isFigure)))
  if (block.kind !== 'chart') return []
  const { ref, unit } = block
  return block.series.flatMap(({ values }) => values.map((value) => ({ figure: { value, unit, ref }, beside: [] })))
}

/** Every figure of a document. */
export const placesOf = ({ chapters }: ReportDocument): Place[] =>
  chapters.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) => placesIn(block).map((place) => ({ ...place, where: `${title} ${block.kind}` }))),
  )

export const requestOf = ({ kind: _, filters = [], metrics, by, ...days }: Query) => ({
  ...days,
  metrics: [...metrics],
  by: [...by],
  filters: filters.map(({ values, ...filter }) => ({ ...filter, values: [...values] })),
})

/** Figures as they are compared: a float that was reckoned in another order differs in its last digits. */
const mark = (value: number): string => value.toPrecision(11)

const numberOf = (row: Row, column: string): number | null => {
  const cell = row[column]
  return typeof cell === 'number' ? cell : null
}

/** Both sides of a metric in a row: as they are, their difference, growth, and as shares of the whole. */
function* sidesOf(
  now: number | null,
  before: number | null,
  totals: [number | null, number | null],
): Generator<number> {
  for (const [i, side] of [now, before].entries()) {
    if (side === null) continue
    yield side
    const whole = totals[i] ?? null
    if (whole) yield side / whole
  }
  if (now === null || before === null) return
  yield now - before
  if (before !== 0) yield (now - before) / before
}

const TOP_MAX = 15

/** The first values together and what is left of the whole: a table ends in "others", a sentence says what the first ten carry. */
function* restsOf(rows: readonly Row[], metric: string, totals: [number | null, number | null]): Generator<number> {
  const sorted = rows.toSorted((a, b) => (numberOf(b, metric) ?? 0) - (numberOf(a, metric) ?? 0))
  let [now, before] = [0, 0]
  for (const row of sorted.slice(0, TOP_MAX)) {
    now += numberOf(row, metric) ?? 0
    before += numberOf(row, `${metric}Compare`) ?? 0
    yield* sidesOf(now, before, totals)
    const [whole, wholeBefore] = totals
    if (whole !== null) yield* sidesOf(whole - now, wholeBefore === null ? null : wholeBefore - before, totals)
  }
}

/** Values of a dimension over the periods of an answer that is cut by both, whose two sides hold the same stretch. */
function* sumsOf(rows: readonly Row[], metric: string, by: readonly string[]): Generator<number> {
  for (const dimension of by)
    for (const own of Map.groupBy(rows, (row) => row[dimension]).values()) {
      const sum = (column: string): number => own.reduce((all, row) => all + (numberOf(row, column) ?? 0), 0)
      yield* sidesOf(sum(metric), sum(`${metric}Compare`), [null, null])
    }
}

function* ratiosOf(row: Row, metrics: readonly string[]): Generator<number> {
  for (const over of metrics)
    for (const under of metrics) {
      const [a, b] = [numberOf(row, over), numberOf(row, under)]
      if (over !== under && a !== null && b) yield a / b
    }
}

function* driversOf(totals: Row): Generator<number> {
  const side = (suffix: string) => ({
    paidCents: numberOf(totals, `paid${suffix}`) ?? 0,
    uv: numberOf(totals, `uv${suffix}`),
    buyers: numberOf(totals, `buyers${suffix}`),
    cvr: numberOf(totals, `cvr${suffix}`),
    aovCents: numberOf(totals, `aov${suffix}`),
  })
  for (const { effect } of salesDrivers(side('Compare'), side(''))) yield effect
}

/** Everything that an answer says, and what can be reckoned from it without asking anything else. */
export function reckoned({ metrics, by }: Query, { rows, totals, partial }: QueryResult): Set<string> {
  const known = new Set<string>()
  const add = (values: Iterable<number>): void => {
    for (const value of values) known.add(mark(Math.abs(value)))
  }
  for (const metric of metrics) {
    const whole: [number | null, number | null] = [numberOf(totals, metric), numberOf(totals, `${metric}Compare`)]
    for (const row of [...rows, totals]) add(sidesOf(numberOf(row, metric), numberOf(row, `${metric}Compare`), whole))
    add(restsOf(rows, metric, whole))
    const hidden = new Set(partial.filter(({ comparable }) => !comparable).map(({ period }) => period))
    const comparable = rows.filter((row) => by.every((dimension) => !hidden.has(String(row[dimension]))))
    if (by.length > 1) add(sumsOf(comparable, metric, by))
  }
  for (const row of [...rows, totals]) add(ratiosOf(row, metrics))
  if (metrics.includes('aov') && metrics.includes('paid')) add(driversOf(totals))
  return known
}

/** Whether a figure is in its answer, or is reckoned of one that is and a record beside it (done ÷ target). */
export function isReckoned({ value }: Figure, known: ReadonlySet<string>, beside: readonly Figure[]): boolean {
  if (value === null) return true
  const stands = (one: number): boolean => known.has(mark(Math.abs(one)))
  if (value === 0 || stands(value)) return true
  return beside.some(
    ({ value: other, ref }) =>
      other !== null && ref.kind !== 'query' && (stands(value * other) || stands(value + other)),
  )
}
