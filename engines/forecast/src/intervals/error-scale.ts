import type { CandidateFit } from '../candidate.ts'

/**
 * How errors grow with the level of sales: deviation = `unit` · (level + floor)^`power`; power 0 is the same everywhere,
 * ½ that of counts, 1 a percentage.
 */
export type ErrorScale = { unit: number; power: number; floor: number }

const POWERS = [0, 0.5, 1] as const

export const deviationAt = ({ unit, power, floor }: ErrorScale, level: number): number =>
  unit * (power === 0 ? 1 : (Math.max(level, 0) + floor) ** power)

/** One-step residuals with the level they were foreseen at. */
export type Residual = { error: number; level: number }

export function residualsOf(values: Float64Array, fit: CandidateFit): Residual[] {
  const residuals: Residual[] = []
  for (let t = 0; t < fit.fitted.length; t++) {
    const level = fit.fitted[t] as number
    const error = (values[t] as number) - level
    if (!Number.isNaN(error)) residuals.push({ error, level })
  }
  return residuals
}

function unitFor(residuals: readonly Residual[], power: number, floor: number): { unit: number; cost: number } {
  let squares = 0
  let logs = 0
  for (const { error, level } of residuals) {
    const relative = power === 0 ? 1 : (Math.max(level, 0) + floor) ** power
    squares += (error / relative) ** 2
    logs += Math.log(relative)
  }
  const unit = Math.sqrt(squares / residuals.length)
  return { unit, cost: residuals.length * Math.log(unit + 1e-300) + logs }
}

/**
 * The power under which the residuals are most likely (Gaussian). Without two residuals that differ from 0, a fifth of the
 * level: an assumption, and the caller is told so. `assumed` says which.
 */
export function errorScale(residuals: readonly Residual[], typical: number): ErrorScale & { assumed: boolean } {
  const floor = Math.max(typical * 0.1, 1e-9)
  const useful = residuals.filter((r) => r.error !== 0)
  if (useful.length < 2) return { unit: 0.2, power: 1, floor, assumed: true }
  const tried = POWERS.map((power) => ({ power, ...unitFor(residuals, power, floor) }))
  const { unit, power } = tried.reduce((best, next) => (next.cost < best.cost ? next : best))
  return { unit, power, floor, assumed: false }
}
