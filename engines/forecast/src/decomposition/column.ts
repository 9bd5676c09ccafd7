import type { RegressorKind } from '../series/regressor.ts'

/** Which part of the forecast a column's effect belongs to. */
export type ColumnPart = 'base' | 'season' | 'event' | 'promotion'

/**
 * One regression column over history and horizon. `rows` lists where it is not 0, in order, so that sparse columns cost little.
 * `prior` is the effect's standard deviation before any data, on the scale of the linear predictor: the ridge.
 */
export type Column = {
  part: ColumnPart
  prior: number
  values: Float64Array
  rows: Int32Array
  /** The regressor that the column stands for, with the strongest value of its history. */
  regressor?: { id: string; kind: RegressorKind; strongest: number }
}

export function makeColumn(part: ColumnPart, prior: number, values: Float64Array): Column {
  const rows: number[] = []
  for (let t = 0; t < values.length; t++) if (values[t] !== 0) rows.push(t)
  return { part, prior, values, rows: Int32Array.from(rows) }
}

/** How many of a column's rows lie before `end`. */
export function rowsBefore({ rows }: Column, end: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as number) < end) low = middle + 1
    else high = middle
  }
  return low
}
