import { roundToSum } from '@zhanggui/kernel'

/** One factor of a product, as it should be and as it is. */
export type Factor = { id: string; from: number; to: number }
export type Effect = { id: string; effect: number }

/** (a − b) ÷ ln(a ÷ b): the mean with which logarithmic changes add up to the difference. */
const logMean = (a: number, b: number): number => (a === b ? a : (a - b) / Math.log(a / b))

const product = (factors: readonly Factor[], side: 'from' | 'to'): number => factors.reduce((p, f) => p * f[side], 1)

/** Effects by the mean over all orders in which the factors could have changed (Shapley); works through zeros. */
function shapley(factors: readonly Factor[]): number[] {
  const n = factors.length
  const weights = subsetWeights(n)
  return factors.map((factor, own) => {
    let effect = 0
    for (let subset = 0; subset < 1 << n; subset++) {
      if (subset & (1 << own)) continue
      const others = factors.reduce((p, f, i) => (i === own ? p : p * (subset & (1 << i) ? f.to : f.from)), 1)
      effect += (weights[bits(subset)] ?? 0) * others * (factor.to - factor.from)
    }
    return effect
  })
}

const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length

/** |S|! (n − |S| − 1)! ÷ n! by |S|. */
function subsetWeights(n: number): number[] {
  const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1))
  return Array.from({ length: n }, (_, size) => (factorial(size) * factorial(n - size - 1)) / factorial(n))
}

/**
 * Which factor makes how much of the difference of two products, e.g. of GMV = UV × CVR × AOV.
 * Shape: one effect a factor, in the product's unit; they add up to Π to − Π from exactly up to floats.
 * Source: additive log-mean Divisia index (Ang 2005); where a factor is 0 or negative, Shapley's mean over all orders.
 */
export function decomposeProduct(factors: readonly Factor[]): Effect[] {
  const [from, to] = [product(factors, 'from'), product(factors, 'to')]
  const positive = factors.every((f) => f.from > 0 && f.to > 0)
  const effects = positive ? factors.map((f) => logMean(to, from) * Math.log(f.to / f.from)) : shapley(factors)
  return factors.map((f, i) => ({ id: f.id, effect: effects[i] ?? 0 }))
}

/** Effects that miss `total` by the rounding of the factors: the miss is shared in proportion to their size. */
function withoutMiss(effects: readonly Effect[], total: number): number[] {
  const miss = total - effects.reduce((sum, e) => sum + e.effect, 0)
  const size = effects.reduce((sum, e) => sum + Math.abs(e.effect), 0)
  return effects.map(({ effect }) => effect + miss * (size === 0 ? 1 / effects.length : Math.abs(effect) / size))
}

/**
 * The same in whole units that add up to `total` exactly, also where the factors were rounded themselves (an AOV in whole fen):
 * what is left over goes where the remainders are largest.
 */
export function decomposeWhole(factors: readonly Factor[], total: number): Effect[] {
  const effects = decomposeProduct(factors)
  const whole = roundToSum(withoutMiss(effects, total), total)
  return effects.map((e, i) => ({ id: e.id, effect: whole[i] ?? 0 }))
}
