type Options = { iterations?: number; tolerance?: number }

const STEP = 1e-6

function gradient(f: (x: Float64Array) => number, x: Float64Array, out: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const at = x[i] as number
    const step = STEP * Math.max(1, Math.abs(at))
    x[i] = at + step
    const up = f(x)
    x[i] = at - step
    out[i] = (up - f(x)) / (2 * step)
    x[i] = at
  }
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** BFGS update of the inverse Hessian `h` (row-major) by step `s` and gradient change `y`. */
function updateInverse(h: Float64Array, s: Float64Array, y: Float64Array): void {
  const n = s.length
  const sy = dot(s, y)
  if (sy <= 1e-12) return
  const hy = new Float64Array(n)
  for (let i = 0; i < n; i++) hy[i] = dot(h.subarray(i * n, i * n + n), y)
  const factor = (1 + dot(y, hy) / sy) / sy
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const cross = (hy[i] as number) * (s[j] as number) + (s[i] as number) * (hy[j] as number)
      h[i * n + j] = (h[i * n + j] as number) + factor * (s[i] as number) * (s[j] as number) - cross / sy
    }
}

function identity(n: number): Float64Array {
  const h = new Float64Array(n * n)
  for (let i = 0; i < n; i++) h[i * n + i] = 1
  return h
}

/**
 * A local minimum of a smooth function without bounds: BFGS with central differences and backtracking.
 * `f` may answer Infinity where it is not defined; the start must be defined. Source: Nocedal & Wright, ch. 6.
 */
export function minimise(
  f: (x: Float64Array) => number,
  start: Float64Array,
  { iterations = 100, tolerance = 1e-9 }: Options = {},
): { x: Float64Array; value: number } {
  const n = start.length
  let x = Float64Array.from(start)
  let value = f(x)
  let h = identity(n)
  let fresh = true
  const g = new Float64Array(n)
  gradient(f, x, g)
  const direction = new Float64Array(n)
  for (let k = 0; k < iterations; k++) {
    for (let i = 0; i < n; i++) direction[i] = -dot(h.subarray(i * n, i * n + n), g)
    let slope = dot(direction, g)
    if (!(slope < 0)) {
      h = identity(n)
      for (let i = 0; i < n; i++) direction[i] = -(g[i] as number)
      slope = -dot(g, g)
    }
    // Without curvature information yet, a unit step along the raw gradient can leave the region for good.
    const length = Math.sqrt(dot(direction, direction))
    let step = fresh ? Math.min(1, 0.3 / Math.max(length, 1e-300)) : Math.min(1, 3 / Math.max(length, 1e-300))
    let next = x
    let nextValue = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 25; tries++, step *= 0.4) {
      next = x.map((v, i) => v + step * (direction[i] as number))
      nextValue = f(next)
      if (nextValue <= value + 1e-4 * step * slope) break
    }
    if (!(nextValue < value)) {
      if (fresh) break
      h = identity(n)
      fresh = true
      continue
    }
    const before = Float64Array.from(g)
    const s = next.map((v, i) => v - (x[i] as number))
    const gain = value - nextValue
    x = next
    value = nextValue
    gradient(f, x, g)
    updateInverse(
      h,
      s,
      g.map((v, i) => v - (before[i] as number)),
    )
    fresh = false
    if (gain < tolerance * (Math.abs(value) + tolerance)) break
  }
  return { x, value }
}
