import type { Constraints } from './constraints.ts'
import type { Tree } from './structure.ts'

/**
 * The node values nearest to `y` in the metric 1/variance that add up, exactly and in two passes over the tree: upward each
 * subtree's sum meets the node's own forecast, precision-weighted; downward the correction is shared by variance.
 * Source: least squares on a tree as message passing; the same as S(S′D⁻¹S)⁻¹S′D⁻¹y. A variance of 0 fixes a value.
 */
export function projectTree(tree: Tree, y: Float64Array, variances: Float64Array): Float64Array {
  const { size, parents, order, childCount } = tree
  const sums = new Float64Array(size)
  const slack = new Float64Array(size)
  const value = new Float64Array(size)
  const variance = new Float64Array(size)
  for (let k = size - 1; k >= 0; k--) {
    const node = order[k] as number
    const own = variances[node] as number
    if (childCount[node] === 0) {
      value[node] = y[node] as number
      variance[node] = own
    } else {
      const below = slack[node] as number
      const gain = below + own === 0 ? 0 : below / (below + own)
      const sum = sums[node] as number
      value[node] = sum + gain * ((y[node] as number) - sum)
      variance[node] = gain * own
    }
    const parent = parents[node] as number
    if (parent < 0) continue
    sums[parent] = (sums[parent] as number) + (value[node] as number)
    slack[parent] = (slack[parent] as number) + (variance[node] as number)
  }
  const x = new Float64Array(size)
  for (const node of order) {
    const parent = parents[node] as number
    const mine = value[node] as number
    if (parent < 0) x[node] = mine
    else {
      const whole = slack[parent] as number
      const share = whole === 0 ? 0 : (variance[node] as number) / whole
      x[node] = mine + share * ((x[parent] as number) - (sums[parent] as number))
    }
  }
  return x
}

/** One rule for each node with children, at the node's own place (bottom nodes' places stay 0). */
export function treeConstraints(tree: Tree): Constraints {
  const { size, parents, order, childCount } = tree
  const gather = (y: Float64Array): Float64Array => {
    const out = new Float64Array(size)
    for (let node = 0; node < size; node++) {
      if ((childCount[node] as number) > 0) out[node] = (out[node] as number) + (y[node] as number)
      const parent = parents[node] as number
      if (parent >= 0) out[parent] = (out[parent] as number) - (y[node] as number)
    }
    return out
  }
  const spread = (lambda: Float64Array): Float64Array =>
    lambda.map((own, node) => {
      const parent = parents[node] as number
      return own - (parent < 0 ? 0 : (lambda[parent] as number))
    })
  const multipliers = (y: Float64Array, variances: Float64Array): Float64Array => {
    const x = projectTree(tree, y, variances)
    const lambda = new Float64Array(size)
    for (const node of order) {
      if (childCount[node] === 0) continue
      const parent = parents[node] as number
      const above = parent < 0 ? 0 : (lambda[parent] as number)
      lambda[node] = above + ((y[node] as number) - (x[node] as number)) / (variances[node] as number)
    }
    return lambda
  }
  return { size, rules: size, gather, spread, multipliers }
}
