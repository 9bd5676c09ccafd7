const GOLDEN = (Math.sqrt(5) - 1) / 2

/** The place of a minimum of `f` in `[low, high]`, to `tolerance`; of a function with several minima, one of them. */
export function goldenSection(f: (x: number) => number, low: number, high: number, tolerance = 1e-8): number {
  let [a, b] = [low, high]
  let [x1, x2] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)]
  let [f1, f2] = [f(x1), f(x2)]
  while (b - a > tolerance) {
    if (f1 <= f2) {
      b = x2
      x2 = x1
      f2 = f1
      x1 = b - GOLDEN * (b - a)
      f1 = f(x1)
    } else {
      a = x1
      x1 = x2
      f1 = f2
      x2 = a + GOLDEN * (b - a)
      f2 = f(x2)
    }
  }
  return (a + b) / 2
}
