import type { CandidateFit } from '../candidate.ts'
import type { ColumnPart } from './column.ts'
import type { Decomposition } from './decomposition.ts'

/** Splits a mean into shares: each influence's share is what it adds to those before it (base, season, event, promotion). */
export function sharesAt({ link, unit, parts }: Decomposition, t: number): Record<ColumnPart, number> {
  const [b, s, e, p] = [parts.base[t], parts.season[t], parts.event[t], parts.promotion[t]] as [
    number,
    number,
    number,
    number,
  ]
  if (link === 'identity') return { base: b * unit, season: s * unit, event: e * unit, promotion: p * unit }
  const base = Math.exp(b) * unit
  const season = base * Math.expm1(s)
  const event = (base + season) * Math.expm1(e)
  return { base, season, event, promotion: (base + season + event) * Math.expm1(p) }
}

/** The forecast of a decomposition. Null when it runs out of the range of sensible numbers. */
export function forecastDecomposition(found: Decomposition, horizon: number): CandidateFit | null {
  const { end, agility, fit } = found
  const make = (): Float64Array => new Float64Array(horizon)
  const [mean, season, event, promotion] = [make(), make(), make(), make()]
  for (let h = 0; h < horizon; h++) {
    const shares = sharesAt(found, end + h)
    season[h] = shares.season
    event[h] = shares.event
    promotion[h] = shares.promotion
    mean[h] = shares.base + shares.season + shares.event + shares.promotion
  }
  if (!mean.every(Number.isFinite)) return null
  const fitted = Float64Array.from({ length: end }, (_, t) => {
    const shares = sharesAt(found, t)
    return shares.base + shares.season + shares.event + shares.promotion
  })
  // The level wanders on after the end; relative to the noise of one value that widens the error with the root of time.
  const wander = (agility * agility) / Math.max(fit.dispersion.gamma, 1e-3)
  return {
    mean,
    season,
    event,
    promotion,
    fitted,
    spread: Float64Array.from({ length: horizon }, (_, h) => Math.sqrt(1 + wander * h)),
  }
}
