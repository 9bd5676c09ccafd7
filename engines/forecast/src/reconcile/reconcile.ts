import { ForecastError } from '../series/forecast-error.ts'
import type { Constraints } from './constraints.ts'
import { type ErrorCovariance, residualVariances, shrinkageIntensity, shrunkCovariance } from './error-covariance.ts'
import { groupConstraints } from './group-constraints.ts'
import { noneNegative } from './none-negative.ts'
import { makeProjection } from './project.ts'
import { roundGroups, roundTree } from './round-whole.ts'
import { buildGroups, buildTree, type Groups, type Structure, type Tree } from './structure.ts'
import { topDownTree } from './top-down.ts'
import { treeConstraints } from './tree-constraints.ts'

/**
 * `bottomUp` and `topDown` (by the base forecasts' own proportions) use one side only; `ols` weighs nodes alike, `wlsStruct` by the
 * number of bottom nodes in them, `wlsVar` by their residual variance; `mintShrink` and `mintCov` use the residuals' covariance too.
 */
export const RECONCILE_METHODS = ['bottomUp', 'topDown', 'ols', 'wlsStruct', 'wlsVar', 'mintShrink', 'mintCov'] as const
export type ReconcileMethod = (typeof RECONCILE_METHODS)[number]

export type ReconcileRequest = {
  structure: Structure
  /** A row a node, a column a period ahead. */
  base: readonly (readonly number[])[]
  /** One-step errors of the past, a row a node, all of one length; needed by `wlsVar`, `mintShrink` and `mintCov`. */
  residuals?: readonly (readonly number[])[]
  method: ReconcileMethod
  /** No bottom value below 0, the rest as near as that allows. */
  nonNegative?: boolean
  /** Whole units (fen, pieces) that still add up at every level: largest remainder from the top down. */
  whole?: boolean
}

export type Reconciled = {
  /** Shape of `base`. Totals are the plain sums of their bottom nodes. */
  values: number[][]
  /** Weight of the diagonal with `mintShrink`. */
  shrinkage: number | null
  warnings: ('notPositiveDefinite' | 'negativeLeft')[]
}

type Shape = {
  tree: Tree | null
  groups: Groups | null
  constraints: Constraints
  bottoms: Int32Array
  leaves: Float64Array
}

function shapeOf(structure: Structure): Shape {
  if ('parents' in structure) {
    const tree = buildTree(structure.parents)
    const leaves = new Float64Array(tree.size)
    for (let k = tree.size - 1; k >= 0; k--) {
      const node = tree.order[k] as number
      if (tree.childCount[node] === 0) leaves[node] = 1
      const parent = tree.parents[node] as number
      if (parent >= 0) leaves[parent] = (leaves[parent] as number) + (leaves[node] as number)
    }
    const bottoms = Int32Array.from(structure.parents.keys().filter((node) => tree.childCount[node] === 0))
    return { tree, groups: null, constraints: treeConstraints(tree), bottoms, leaves }
  }
  const groups = buildGroups(structure.summing)
  const leaves = Float64Array.from(structure.summing, (members) => members.length)
  return { tree: null, groups, constraints: groupConstraints(groups), bottoms: groups.bottoms, leaves }
}

/** Every total as the sum of its bottom nodes. */
function sumUp(shape: Shape, values: Float64Array): Float64Array {
  const out = new Float64Array(values.length)
  for (const node of shape.bottoms) out[node] = values[node] as number
  if (shape.groups)
    for (const { node, members } of shape.groups.totals)
      out[node] = members.reduce((sum, m) => sum + (out[m] as number), 0)
  if (shape.tree)
    for (let k = shape.tree.size - 1; k >= 0; k--) {
      const node = shape.tree.order[k] as number
      const parent = shape.tree.parents[node] as number
      if (parent >= 0) out[parent] = (out[parent] as number) + (out[node] as number)
    }
  return out
}

function checkBase({ base, residuals, method, structure }: ReconcileRequest): number {
  const size = 'parents' in structure ? structure.parents.length : structure.summing.length
  const horizon = base[0]?.length ?? 0
  const fits = base.length === size && base.every((row) => row.length === horizon && row.every(Number.isFinite))
  if (!fits || horizon === 0) throw new ForecastError('badBase', `${base.length}, ${size}`)
  if (!['wlsVar', 'mintShrink', 'mintCov'].includes(method)) return horizon
  const periods = residuals?.[0]?.length ?? 0
  const whole =
    residuals?.length === size && residuals.every((row) => row.length === periods && row.every(Number.isFinite))
  if (!whole || periods < 2) throw new ForecastError('needResiduals', method)
  return horizon
}

function covarianceFor(
  request: ReconcileRequest,
  leaves: Float64Array,
): { covariance: ErrorCovariance; shrinkage: number | null } {
  const { method, residuals = [] } = request
  if (method === 'ols')
    return { covariance: { diagonal: new Float64Array(leaves.length).fill(1), low: [] }, shrinkage: null }
  if (method === 'wlsStruct') return { covariance: { diagonal: leaves, low: [] }, shrinkage: null }
  const variances = residualVariances(residuals)
  if (method === 'wlsVar') return { covariance: { diagonal: variances, low: [] }, shrinkage: null }
  // The full covariance is its low-rank part alone; a trace of the diagonal keeps the arithmetic defined.
  const lambda =
    method === 'mintCov' ? LEAST_SHRINKAGE : Math.max(LEAST_SHRINKAGE, shrinkageIntensity(residuals, variances))
  return {
    covariance: shrunkCovariance(residuals, variances, lambda),
    shrinkage: method === 'mintShrink' ? lambda : null,
  }
}

const LEAST_SHRINKAGE = 1e-8

/**
 * Base forecasts of all nodes, made to add up. Works on trees of tens of thousands of nodes (exact, two passes a column) and on
 * grouped structures. Errors: throws `ForecastError` (`badStructure`, `badBase`, `needResiduals`). With `mintCov` and fewer
 * residual periods than nodes the covariance has no inverse: the answer is then `mintShrink`'s, and a warning says so.
 * Source: Hyndman & Athanasopoulos, FPP3 ch. 11; checked against the tables named in the tests.
 */
export function reconcile(request: ReconcileRequest): Reconciled {
  const horizon = checkBase(request)
  const shape = shapeOf(request.structure)
  const column = (h: number): Float64Array => Float64Array.from(request.base, (row) => row[h] as number)
  const warnings = new Set<Reconciled['warnings'][number]>()
  const { solve, shrinkage } = solverFor(request, shape, warnings)
  const values = request.base.map(() => new Array<number>(horizon).fill(0))
  for (let h = 0; h < horizon; h++) {
    const solved = sumUp(shape, solve(column(h)))
    const finished = request.whole
      ? shape.tree
        ? roundTree(shape.tree, solved)
        : roundGroups(shape.groups as Groups, solved)
      : solved
    for (const [node, v] of finished.entries()) (values[node] as number[])[h] = v
  }
  return { values, shrinkage, warnings: [...warnings] }
}

type Solver = { solve: (y: Float64Array) => Float64Array; shrinkage: number | null }

function solverFor(request: ReconcileRequest, shape: Shape, warnings: Set<Reconciled['warnings'][number]>): Solver {
  const clip = (x: Float64Array): Float64Array => (request.nonNegative ? x.map((v) => Math.max(0, v)) : x)
  if (request.method === 'bottomUp') return { solve: clip, shrinkage: null }
  if (request.method === 'topDown') {
    const { tree } = shape
    if (!tree) throw new ForecastError('badStructure', 'topDown needs a tree')
    return { solve: (y) => clip(topDownTree(tree, y)), shrinkage: null }
  }
  const tooFew = request.method === 'mintCov' && (request.residuals?.[0]?.length ?? 0) < shape.leaves.length
  if (tooFew) warnings.add('notPositiveDefinite')
  const { covariance, shrinkage } = covarianceFor(tooFew ? { ...request, method: 'mintShrink' } : request, shape.leaves)
  const project = makeProjection(shape.constraints, covariance)
  if (!project) {
    warnings.add('notPositiveDefinite')
    return solverFor({ ...request, method: 'wlsVar' }, shape, warnings)
  }
  if (!request.nonNegative) return { solve: project, shrinkage }
  const solve = (y: Float64Array): Float64Array => {
    const { x, settled } = noneNegative(y, project(y), {
      constraints: shape.constraints,
      covariance,
      bottoms: shape.bottoms,
    })
    if (!settled) warnings.add('negativeLeft')
    return x
  }
  return { solve, shrinkage }
}
