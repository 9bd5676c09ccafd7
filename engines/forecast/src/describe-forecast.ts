import type { CandidateFit } from './candidate.ts'
import { plainCandidate } from './candidates.ts'
import { CLASSICAL_MODELS } from './classical-models.ts'
import type { Backtest, Forecast, ForecastParts, ForecastRequest, ForecastValue, ForecastWarning } from './forecast.ts'
import type { Choice } from './forecast-series.ts'
import { deviationAt } from './intervals/error-scale.ts'
import { boundsFor, type ErrorModel, errorModel, intervalAt, testedCoverage } from './intervals/make-intervals.ts'
import { totalInterval } from './intervals/total-interval.ts'
import { backTest } from './selection/back-test.ts'
import { scalesOf, scoreFits } from './selection/score.ts'
import type { History } from './series/prepare-history.ts'
import { periodStart } from './series/series.ts'

const NOTHING: ForecastParts = { base: 0, season: 0, event: 0, promotion: 0 }

/** The mean is the sum of its parts in this order, so that whoever adds them up gets the very same number. */
const sumOf = ({ base, season, event, promotion }: ForecastParts): number => base + season + event + promotion

function partsAt(fit: CandidateFit, h: number, nonNegative: boolean): ForecastParts {
  const [season, event, promotion] = [fit.season[h], fit.event[h], fit.promotion[h]] as [number, number, number]
  const mean = fit.mean[h] as number
  // A straight line may run below 0; a shop that never sold below nothing will not: nothing is expected then, of any part.
  if (nonNegative && mean <= 0) return NOTHING
  const parts = { base: mean - season - event - promotion, season, event, promotion }
  return nonNegative && sumOf(parts) < 0 ? NOTHING : parts
}

function valuesOf(fit: CandidateFit, history: History, errors: ErrorModel, levels: readonly number[]): ForecastValue[] {
  const bounds = boundsFor(errors, levels)
  return Array.from(fit.mean, (_, h) => {
    const parts = { ...partsAt(fit, h, history.nonNegative) }
    const mean = sumOf(parts)
    const point = { mean, spread: fit.spread[h] as number }
    const interval = intervalAt(point, bounds, { scale: errors.scale, nonNegative: history.nonNegative })
    return { period: periodStart(history, history.values.length + h), mean, ...interval, parts }
  })
}

function backtestOf(history: History, choice: Choice, errors: ErrorModel, levels: readonly number[]): Backtest | null {
  const { tested } = choice
  if (!tested) return null
  const { origins, fits, ranked } = tested
  const context = { history, origins, scales: scalesOf(history, origins) }
  const { mase, rmsse } = scoreFits(fits, context)
  const yardstick = origins.ends.every((end) => end >= history.season) ? 'seasonalNaive' : 'naive'
  const naive = backTest([plainCandidate(yardstick, CLASSICAL_MODELS[yardstick], history)], origins)[0]
  const naiveScore = scoreFits(naive?.fits ?? [], context)
  return {
    origins: origins.ends.length,
    horizon: origins.horizon,
    mase,
    rmsse,
    naive: { mase: naiveScore.mase, rmsse: naiveScore.rmsse },
    coverage: testedCoverage(errors, levels, { fits, origins, history }),
    candidates: ranked.map(({ candidate, score }) => ({ model: candidate.id, mase: score.mase, rmsse: score.rmsse })),
  }
}

/** Puts values, intervals, back-test and warnings together. */
export function describeForecast(
  request: ForecastRequest,
  history: History,
  choice: Choice,
  warnings: ForecastWarning[],
): Omit<Forecast, 'influences'> {
  const { intervals: levels, seed } = request
  const { final, tested, model, members } = choice
  const errors = errorModel(final, history, tested)
  if (errors.assumed) warnings.push({ code: 'intervalAssumed', detail: String(history.values.length) })
  const values = valuesOf(final, history, errors, levels)
  const mean = values.reduce((sum, v) => sum + v.mean, 0)
  const deviations = Float64Array.from(
    values,
    (v, h) => deviationAt(errors.scale, v.mean) * (final.spread[h] as number),
  )
  const total = totalInterval(errors, deviations, { mean, levels, seed, nonNegative: history.nonNegative })
  return {
    model,
    members,
    values,
    total: { mean, ...total },
    backtest: backtestOf(history, choice, errors, levels),
    warnings,
  }
}
