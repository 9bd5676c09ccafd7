import type { Highs } from 'highs'
import { solver, sumRows } from './solver.ts'
import type { SumProblem } from './sum-problem.ts'

/** How many units a value may end away from its fraction: next to it first; three-way tables sometimes need the next. */
const REACHES = [0, 1, 4] as const

/** Search nodes, not seconds, so that the answer does not depend on the machine. */
const MAX_NODES = 20_000

type Box = { low: Float64Array; high: Float64Array; cost: Float64Array }

/** Where each place's whole value is looked for, and what going up by one costs: less the more was cut off. */
function boxAround({ low, high }: SumProblem, values: Float64Array, reach: number): Box {
  const at = (bound: Float64Array, place: number, otherwise: number): number => bound[place] ?? otherwise
  return {
    low: values.map((v, i) => Math.max(Math.floor(v + 1e-6) - reach, at(low, i, Number.NEGATIVE_INFINITY))),
    high: values.map((v, i) => Math.min(Math.ceil(v - 1e-6) + reach, at(high, i, Number.POSITIVE_INFINITY))),
    cost: values.map((v) => 1 - 2 * (v - Math.floor(v + 1e-6))),
  }
}

/** Whole steps above the box's floor that make every sum hold; null when there are none. */
function wholeSteps(
  highs: Highs,
  { ids, sums }: SumProblem,
  { low, high, cost }: Box,
  integral: boolean,
): Float64Array | null {
  const right = Float64Array.from(
    sums,
    (s) => (low[s.parent] ?? 0) - s.children.reduce((acc, c) => acc + (low[c] ?? 0), 0),
  )
  const { continuous, integer } = highs.constants.variableType
  const data = {
    numCols: ids.length,
    numRows: sums.length,
    colCost: cost,
    colLower: new Float64Array(ids.length),
    colUpper: high.map((h, i) => Math.max(0, h - (low[i] ?? 0))),
    rowLower: right,
    rowUpper: right,
    matrix: sumRows(sums, ids.length),
    integrality: ids.map(() => (integral ? integer : continuous)),
  }
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, mip_max_nodes: MAX_NODES })
    model.run()
    const found = model.getModelStatus() === highs.constants.modelStatus.optimal
    return found ? Float64Array.from(model.getSolution().colValue) : null
  })
}

const isIntegral = (steps: Float64Array): boolean => steps.every((s) => Math.abs(s - Math.round(s)) < 1e-6)

/**
 * Whole values next to fractional ones for cells that lie in two or more splits, every sum exact. Two splits make a
 * network, whose linear program has whole corners; for more the integer program is solved.
 * Shape: null when no whole values near the fractions exist.
 */
export async function roundCrossed(problem: SumProblem, values: Float64Array): Promise<Float64Array | null> {
  const highs = await solver()
  for (const reach of REACHES) {
    const box = boxAround(problem, values, reach)
    let steps = wholeSteps(highs, problem, box, false)
    if (steps && !isIntegral(steps)) steps = wholeSteps(highs, problem, box, true)
    if (steps) return steps.map((s, i) => Math.round(s) + (box.low[i] ?? 0))
  }
  return null
}
