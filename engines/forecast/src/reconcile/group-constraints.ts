import { choleskyBack, choleskyFactor } from '../numeric/cholesky.ts'
import type { Constraints } from './constraints.ts'
import type { Groups } from './structure.ts'

/** Up to this many totals the system is solved by a dense factor, beyond it by conjugate gradients. */
const DENSE_LIMIT = 700
const TOLERANCE = 1e-13

function denseSystem({ totals }: Groups, variances: Float64Array): Float64Array {
  const m = totals.length
  const system = new Float64Array(m * m)
  const owners = new Map<number, number[]>()
  for (const [rule, { node, members }] of totals.entries()) {
    system[rule * m + rule] = variances[node] as number
    for (const member of members) owners.set(member, [...(owners.get(member) ?? []), rule])
  }
  for (const [member, rules] of owners)
    for (const i of rules)
      for (const j of rules)
        if (j <= i) system[i * m + j] = (system[i * m + j] as number) + (variances[member] as number)
  return system
}

/** Conjugate gradients on C′DC, preconditioned by its diagonal. */
function conjugateGradients(
  apply: (v: Float64Array) => Float64Array,
  diagonal: Float64Array,
  right: Float64Array,
): Float64Array {
  const x = new Float64Array(right.length)
  const r = Float64Array.from(right)
  const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, v, i) => sum + v * (b[i] as number), 0)
  let z = r.map((v, i) => v / (diagonal[i] as number))
  let p = Float64Array.from(z)
  let rz = dot(r, z)
  const goal = TOLERANCE * TOLERANCE * Math.max(rz, 1e-300)
  for (let k = 0; k < 4 * right.length && rz > goal; k++) {
    const ap = apply(p)
    const step = rz / dot(p, ap)
    for (let i = 0; i < x.length; i++) {
      x[i] = (x[i] as number) + step * (p[i] as number)
      r[i] = (r[i] as number) - step * (ap[i] as number)
    }
    z = r.map((v, i) => v / (diagonal[i] as number))
    const next = dot(r, z)
    p = p.map((v, i) => (z[i] as number) + (next / rz) * v)
    rz = next
  }
  return x
}

/** One rule for each total. */
export function groupConstraints(groups: Groups): Constraints {
  const { size, totals } = groups
  const rules = totals.length
  const gather = (y: Float64Array): Float64Array =>
    Float64Array.from(totals, ({ node, members }) =>
      members.reduce((left, member) => left - (y[member] as number), y[node] as number),
    )
  const spread = (lambda: Float64Array): Float64Array => {
    const out = new Float64Array(size)
    for (const [rule, { node, members }] of totals.entries()) {
      const l = lambda[rule] as number
      out[node] = (out[node] as number) + l
      for (const member of members) out[member] = (out[member] as number) - l
    }
    return out
  }
  let factored: { variances: Float64Array; factor: Float64Array } | null = null
  const multipliers = (y: Float64Array, variances: Float64Array): Float64Array => {
    const right = gather(y)
    if (rules <= DENSE_LIMIT) {
      if (factored?.variances !== variances) {
        const factor = denseSystem(groups, variances)
        if (choleskyFactor(factor, rules)) factored = { variances, factor }
        else factored = null
      }
      if (factored) {
        choleskyBack(factored.factor, right)
        return right
      }
    }
    const diagonal = Float64Array.from(totals, ({ node, members }) =>
      members.reduce((sum, member) => sum + (variances[member] as number), variances[node] as number),
    )
    const apply = (v: Float64Array): Float64Array => gather(spread(v).map((c, i) => c * (variances[i] as number)))
    return conjugateGradients(apply, diagonal, right)
  }
  return { size, rules, gather, spread, multipliers }
}
