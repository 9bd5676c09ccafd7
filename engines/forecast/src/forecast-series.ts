import { type Candidate, type CandidateFit, meanOfFits } from './candidate.ts'
import { adjustedCandidate, decompositionCandidate, makeDecomposer, modelOf, plainCandidate } from './candidates.ts'
import { checkRequest } from './check-request.ts'
import { buildStructure } from './decomposition/structure.ts'
import { describeForecast } from './describe-forecast.ts'
import type { Forecast, ForecastRequest, ForecastWarning, ModelId } from './forecast.ts'
import { backTest, type Tested } from './selection/back-test.ts'
import { candidateIds } from './selection/candidate-ids.ts'
import { chooseMembers, type Ranked, rank } from './selection/choose-members.ts'
import { type Origins, rollingOrigins } from './selection/rolling-origins.ts'
import { scalesOf } from './selection/score.ts'
import { levelShift } from './series/level-shift.ts'
import { type History, prepareHistory } from './series/prepare-history.ts'

export type Choice = {
  model: Forecast['model']
  members: ModelId[]
  final: CandidateFit
  tested: { fits: (CandidateFit | null)[]; origins: Origins; ranked: Ranked[] } | null
}

function candidatesFor(history: History, request: ForecastRequest): { candidates: Candidate[]; unseen: string[] } {
  const { events = [], horizon, model = 'auto' } = request
  const regressors = (request.regressors ?? []).map((r) => ({ ...r, values: r.values.slice(history.dropped) }))
  const structure = buildStructure(history, { horizon, events, regressors })
  const decomposer = makeDecomposer(history, structure, 1)
  const influenced = structure.events.length + structure.regressors.length > 0
  const { unseen } = structure
  if (model === 'decomposition') return { candidates: [decompositionCandidate(decomposer)], unseen }
  if (model !== 'auto') return { candidates: [plainCandidate(model, modelOf(model, false), history)], unseen: [] }
  const classical = candidateIds(history).map((id) => {
    const adjusted = influenced && id !== 'naive' && id !== 'seasonalNaive'
    return adjusted
      ? adjustedCandidate(id, modelOf(id, true), history, decomposer)
      : plainCandidate(id, modelOf(id, true), history)
  })
  return { candidates: [decompositionCandidate(decomposer), ...classical], unseen }
}

function choose(candidates: readonly Candidate[], history: History, horizon: number): Choice | null {
  const length = history.values.length
  const origins = rollingOrigins({ length, horizon, season: history.season })
  const tested: Tested[] = origins ? backTest(candidates, origins) : []
  const context = origins && { history, origins, scales: scalesOf(history, origins) }
  const ranked = context ? rank(tested, context) : []
  const chosen = context && chooseMembers(ranked, context)
  const order = chosen ? chosen.members.map((m) => m.candidate) : candidates
  const fitted = order.flatMap((candidate) => {
    const fit = candidate.fit(length, horizon)
    return fit ? [{ candidate, fit }] : []
  })
  const used = chosen ? fitted : fitted.slice(0, 1)
  const [first] = used
  if (!first) return null
  return {
    model: used.length > 1 ? 'combination' : first.candidate.id,
    members: used.map(({ candidate }) => candidate.id),
    final: meanOfFits(used.map(({ fit }) => fit)),
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
  const { candidates, unseen } = candidatesFor(history, request)
  if (unseen.length > 0) warnings.push({ code: 'eventUnseen', detail: unseen.join(', ') })
  const choice = choose(candidates, history, request.horizon) ?? fallBack(history, request, warnings)
  return describeForecast(request, history, choice, warnings)
}

/** The last value, where the model asked for cannot be fitted to so short a history. */
function fallBack(history: History, request: ForecastRequest, warnings: ForecastWarning[]): Choice {
  const id =
    history.values.length >= history.season && request.model === 'holtWintersAdditive' ? 'seasonalNaive' : 'naive'
  warnings.push({ code: 'modelReplaced', detail: `${request.model ?? 'auto'} → ${id}` })
  const found = choose([plainCandidate(id, modelOf(id, false), history)], history, request.horizon)
  if (!found) throw new Error('naive forecasts any history')
  return found
}
