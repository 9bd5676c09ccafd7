import { type Candidate, type CandidateFit, type Member, meanOfFits } from './candidate.ts'
import { modelOf, plainCandidate } from './candidates.ts'
import { checkRequest } from './check-request.ts'
import { describeForecast } from './describe-forecast.ts'
import type { Forecast, ForecastRequest, ForecastWarning, ModelId } from './forecast.ts'
import { backTest } from './selection/back-test.ts'
import { chooseMembers, type Ranked, rank } from './selection/choose-members.ts'
import { makeCandidates } from './selection/make-candidates.ts'
import { type Origins, rollingOrigins } from './selection/rolling-origins.ts'
import { scalesOf } from './selection/score.ts'
import { levelShift } from './series/level-shift.ts'
import { type History, prepareHistory } from './series/prepare-history.ts'

export type Choice = {
  model: Forecast['model']
  members: Forecast['members']
  final: CandidateFit
  tested: { fits: (CandidateFit | null)[]; origins: Origins; ranked: Ranked[] } | null
}

/** Weights of members by model: tempers of the decomposition are one model to the reader. */
function byModel(members: readonly Member[]): Forecast['members'] {
  const weights = new Map<ModelId, number>()
  for (const { candidate, weight } of members) weights.set(candidate.id, (weights.get(candidate.id) ?? 0) + weight)
  return [...weights].map(([model, weight]) => ({ model, weight })).sort((a, b) => b.weight - a.weight)
}

function choose(candidates: readonly Candidate[], history: History, horizon: number): Choice | null {
  const length = history.values.length
  const origins = rollingOrigins({ length, horizon, season: history.season })
  const context = origins && { history, origins, scales: scalesOf(history, origins) }
  const ranked = context ? rank(backTest(candidates, origins), context) : []
  const chosen = chooseMembers(ranked)
  const wanted = chosen?.members ?? candidates.map((candidate) => ({ candidate, weight: 1 }))
  const fitted = wanted.flatMap(({ candidate, weight }) => {
    const fit = candidate.fit(length, horizon)
    return fit ? [{ candidate, fit, weight }] : []
  })
  // Untested candidates are not mixed: the first that can be fitted is the most careful one.
  const used = chosen ? fitted : fitted.slice(0, 1)
  const sum = used.reduce((total, { weight }) => total + weight, 0)
  if (sum === 0) return null
  const shares = used.map((one) => ({ ...one, weight: one.weight / sum }))
  const members = byModel(shares)
  return {
    model: members.length > 1 ? 'combination' : (members[0]?.model ?? 'naive'),
    members,
    final: meanOfFits(shares),
    tested: origins && chosen ? { fits: chosen.fits, origins, ranked } : null,
  }
}

/**
 * Forecast of one series with intervals, explained as base + season + event + promotion, by the model asked for or, with `auto`,
 * by the one (or the mean of the two or three) that did best on rolling origins at the history's end.
 * Shape: one value a period of the horizon. Unit: the series'. A history without a negative value gets no negative forecast.
 * Errors: throws `ForecastError` (no known value, bad horizon or level, regressor of the wrong length).
 */
export function forecastSeries(request: ForecastRequest): Forecast {
  checkRequest(request)
  const history = prepareHistory(request)
  const warnings: ForecastWarning[] = [...history.warnings, ...levelShift(history)]
  const { candidates, warnings: tried, influences } = makeCandidates(history, request)
  warnings.push(...unknownAhead(request))
  warnings.push(...tried)
  const choice = choose(candidates, history, request.horizon) ?? fallBack(history, request, warnings)
  return { ...describeForecast(request, history, choice, warnings), influences: influences() }
}

/** Regressors whose plan is not filled in for the whole horizon: their last price or "no promotion" is assumed. */
function unknownAhead({ regressors = [], series }: ForecastRequest): ForecastWarning[] {
  const ids = regressors.filter(({ values }) => values.slice(series.values.length).includes(null)).map(({ id }) => id)
  return ids.length === 0 ? [] : [{ code: 'regressorUnknownAhead', detail: ids.join(', ') }]
}

/** The last value, where the model asked for cannot be fitted to so short a history. */
function fallBack(history: History, request: ForecastRequest, warnings: ForecastWarning[]): Choice {
  const id =
    history.values.length >= history.season && request.model === 'holtWintersAdditive' ? 'seasonalNaive' : 'naive'
  warnings.push({ code: 'modelReplaced', detail: `${request.model ?? 'auto'} → ${id}` })
  const found = choose([plainCandidate(id, modelOf(id, 'asked'), history)], history, request.horizon)
  if (!found) throw new Error('naive forecasts any history')
  return found
}
