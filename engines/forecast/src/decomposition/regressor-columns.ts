import type { Regressor } from '../series/regressor.ts'
import { type Column, makeColumn } from './column.ts'

/**
 * Prior deviations: a price elasticity of a few units, a promotion that may quadruple sales, sales that follow a signal
 * less than in proportion, one unit of a standardised other. */
const PRIOR = { price: 2.5, promotion: 1.5, signal: 0.7, other: 0.5 } as const
const PART = { price: 'promotion', promotion: 'promotion', signal: 'event', other: 'base' } as const

/** Unknown prices are the last known one (before the first, the first). */
function carryForward(values: readonly (number | null)[]): number[] {
  let last = values.find((v) => v !== null) ?? null
  return values.map((v) => {
    if (v !== null) last = v
    return last ?? Number.NaN
  })
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function pricePath(values: readonly (number | null)[], history: number): Float64Array {
  const positive = carryForward(values.map((v) => (v !== null && v > 0 ? v : null)))
  const usual = median(positive.slice(0, history))
  return Float64Array.from(positive, (v) => (Number.isFinite(v) ? Math.log(v / usual) : 0))
}

function standardised(values: readonly (number | null)[], history: number): Float64Array {
  const known = values.slice(0, history).filter((v) => v !== null)
  const mean = known.reduce((a, b) => a + b, 0) / (known.length || 1)
  const deviation = Math.sqrt(known.reduce((a, b) => a + (b - mean) ** 2, 0) / (known.length || 1))
  return Float64Array.from(values, (v) => (v === null || deviation === 0 ? 0 : (v - mean) / deviation))
}

/** How far beyond what the history saw an effect is believed: a price at half or twice the extremes, one deviation of another. */
const REACH = { price: Math.LN2, promotion: 0.5, signal: Math.LN2, other: 1 } as const

/** Values ahead drawn back to the edge of what is believed: an elasticity learnt between 9 and 11 yuan says nothing about 0.1. */
function withinReach(path: Float64Array, history: number, reach: number): { path: Float64Array; beyond: boolean } {
  const seen = path.subarray(0, history)
  const [low, high] = [Math.min(...seen) - reach, Math.max(...seen) + reach]
  const beyond = path.subarray(history).some((v) => v < low || v > high)
  return { path: beyond ? path.map((v) => Math.min(high, Math.max(low, v))) : path, beyond }
}

/** Amounts as logarithms of one plus their share of the usual one: nothing is 0, twice the usual is not twice the effect. */
function signalPath(values: readonly (number | null)[], history: number): Float64Array {
  const seen = values.slice(0, history).filter((v): v is number => v !== null && v > 0)
  const usual = median(seen)
  return Float64Array.from(values, (v) => (v === null || v <= 0 || !(usual > 0) ? 0 : Math.log1p(v / usual)))
}

function pathOf({ kind, values }: Regressor, history: number): Float64Array {
  if (kind === 'price') return pricePath(values, history)
  if (kind === 'signal') return signalPath(values, history)
  return kind === 'promotion' ? Float64Array.from(values, (v) => v ?? 0) : standardised(values, history)
}

/**
 * One column a regressor: log price against the usual price, the promotion as given, a signal by its logarithm, others standardised. `beyond` names those
 * planned far outside what the history saw.
 */
export function regressorColumns(
  regressors: readonly Regressor[],
  history: number,
): { columns: Column[]; beyond: string[] } {
  const beyond: string[] = []
  const columns = regressors.map((regressor) => {
    const { kind, id } = regressor
    const reached = withinReach(pathOf(regressor, history), history, REACH[kind])
    if (reached.beyond) beyond.push(id)
    const strongest = reached.path.subarray(0, history).reduce((top, v) => Math.max(top, v), 0)
    return { ...makeColumn(PART[kind], PRIOR[kind], reached.path), regressor: { id, kind, strongest } }
  })
  return { columns, beyond }
}
