import { solver, sumRows } from './solver.ts'
import type { SumConflict } from './sum-conflict.ts'
import type { SumProblem } from './sum-problem.ts'

/** A bound of its own, not the natural "not below nothing". */
const isBound = ({ low, high }: SumProblem, place: number): boolean =>
  (low[place] ?? 0) !== 0 || Number.isFinite(high[place] ?? Number.POSITIVE_INFINITY)

/** Sizes are divided by this, so that the solver's absolute tolerances mean the same for fen and for billions. */
function unitOf({ low, high }: SumProblem): number {
  let largest = 1
  for (const bounds of [low, high])
    for (const b of bounds) if (Number.isFinite(b)) largest = Math.max(largest, Math.abs(b))
  return largest / 1e6
}

/**
 * Goals that contradict each other across splits, where every single sum still has room: an irreducible set, found by the
 * solver (leave one out and the rest can hold). Null when there is no contradiction.
 */
export async function crossedConflict(problem: SumProblem): Promise<SumConflict | null> {
  const highs = await solver()
  const unit = unitOf(problem)
  const { ids, sums } = problem
  const data = {
    numCols: ids.length,
    numRows: sums.length,
    colCost: new Float64Array(ids.length),
    colLower: problem.low.map((v) => v / unit),
    colUpper: problem.high.map((v) => v / unit),
    rowLower: new Float64Array(sums.length),
    rowUpper: new Float64Array(sums.length),
    matrix: sumRows(sums, ids.length),
  }
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, iis_strategy: highs.constants.iis.strategyColPriority })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.infeasible) return null
    const { colIndex, rowIndex } = model.getIis()
    const goals = [...colIndex].filter((place) => isBound(problem, place)).map((place) => ids[place] ?? '')
    const at = ids[sums[rowIndex[0] ?? 0]?.parent ?? 0] ?? ''
    return { at, goals, low: null, high: null, by: null }
  })
}
