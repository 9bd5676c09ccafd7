import { type Column, rowsBefore } from './column.ts'

/** X′WX + Λ (lower triangle) and X′Wz over the visible rows, column by column; sparse columns touch only their own rows. */
export function normalEquations(
  columns: readonly Column[],
  counts: Int32Array,
  { weights, response, ridge }: { weights: Float64Array; response: Float64Array; ridge: Float64Array },
): { gram: Float64Array; right: Float64Array } {
  const p = columns.length
  const gram = new Float64Array(p * p)
  const right = new Float64Array(p)
  const weighted = new Float64Array(weights.length)
  for (let i = 0; i < p; i++) {
    const { values, rows } = columns[i] as Column
    const count = counts[i] as number
    let sum = 0
    for (let k = 0; k < count; k++) {
      const t = rows[k] as number
      const w = (values[t] as number) * (weights[t] as number)
      weighted[t] = w
      sum += w * (response[t] as number)
    }
    right[i] = sum
    for (let j = 0; j <= i; j++) {
      const other = columns[j] as Column
      const sparse = (counts[j] as number) < count ? other : (columns[i] as Column)
      const entries = sparse.rows
      const length = Math.min(counts[j] as number, count)
      const otherValues = other.values
      let product = 0
      for (let k = 0; k < length; k++) {
        const t = entries[k] as number
        product += (weighted[t] as number) * (otherValues[t] as number)
      }
      gram[i * p + j] = product
    }
    gram[i * p + i] = (gram[i * p + i] as number) + (ridge[i] as number)
    for (let k = 0; k < count; k++) weighted[rows[k] as number] = 0
  }
  return { gram, right }
}

/** The linear predictor over the first `total` rows. */
export function predict(columns: readonly Column[], coefficients: Float64Array, total: number): Float64Array {
  const predictor = new Float64Array(total)
  for (const [i, column] of columns.entries()) {
    const b = coefficients[i] as number
    const { values, rows } = column
    const count = rowsBefore(column, total)
    for (let k = 0; k < count; k++) {
      const t = rows[k] as number
      predictor[t] = (predictor[t] as number) + b * (values[t] as number)
    }
  }
  return predictor
}
