import { solver, sumRows } from './solver.ts'
import type { SumProblem } from './sum-problem.ts'

/**
 * Targets that make every sum hold within the bounds with the least Σ |change| ÷ scale: a linear program. Its changes fall
 * on few goals instead of being shared, so it stands in only where the quadratic method does not settle (about one random
 * tree in 20,000, with bounds that release one another in turn).
 * Shape: a value a place; null when there are none.
 */
export async function leastAbsoluteChange(problem: SumProblem): Promise<Float64Array | null> {
  const highs = await solver()
  const { ids, sums, prior, scale, low, high } = problem
  const n = ids.length
  const rows = sumRows(sums, 3 * n)
  const indices = [...rows.indices]
  const values = [...rows.values]
  const starts = [...rows.starts]
  // One more row a place: value − more + less = prior.
  for (let i = 0; i < n; i++) {
    indices.push(i, n + i, 2 * n + i)
    values.push(1, -1, 1)
    starts.push(indices.length)
  }
  const each = (size: number, value: number): number[] => Array.from({ length: size }, () => value)
  const right = [...each(sums.length, 0), ...prior]
  const cost = [...scale].map((s) => 1 / s)
  const data = {
    numCols: 3 * n,
    numRows: sums.length + n,
    colCost: [...each(n, 0), ...cost, ...cost],
    colLower: [...low, ...each(2 * n, 0)],
    colUpper: [...high, ...each(2 * n, Number.POSITIVE_INFINITY)],
    rowLower: right,
    rowUpper: right,
    matrix: { ...rows, numRows: sums.length + n, starts, indices, values },
  }
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false })
    model.run()
    const found = model.getModelStatus() === highs.constants.modelStatus.optimal
    return found ? Float64Array.from(model.getSolution().colValue).slice(0, n) : null
  })
}
