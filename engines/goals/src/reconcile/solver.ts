import loadHighs, { type Highs, type ModelData } from 'highs'
import type { Sum } from './sum-problem.ts'

// The package's types describe its CommonJS entry; Node loads the ES module, whose default export is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default

let loading: Promise<Highs> | undefined

/** The LP and MIP solver, loaded when first needed. Single-threaded WebAssembly: the same input gives the same answer. */
export function solver(): Promise<Highs> {
  loading ??= load()
  return loading
}

/** Rows of `parts − whole = right` as the solver takes them. */
export function sumRows(sums: readonly Sum[], columns: number): ModelData['matrix'] {
  const starts = new Int32Array(sums.length + 1)
  const indices: number[] = []
  const values: number[] = []
  for (const [i, sum] of sums.entries()) {
    for (const c of sum.children) {
      indices.push(c)
      values.push(1)
    }
    indices.push(sum.parent)
    values.push(-1)
    starts[i + 1] = indices.length
  }
  return {
    format: 'csr',
    numRows: sums.length,
    numCols: columns,
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}
