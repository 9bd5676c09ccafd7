import type { ForecastRequest } from './forecast.ts'
import { ForecastError } from './series/forecast-error.ts'
import { checkSeries } from './series/series.ts'

const LONGEST_HORIZON = 3660

/** Errors: throws `ForecastError` on what no model could answer sensibly. */
export function checkRequest({ series, horizon, intervals, regressors = [] }: ForecastRequest): void {
  checkSeries(series)
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > LONGEST_HORIZON)
    throw new ForecastError('badHorizon', String(horizon))
  const bad = intervals.find((level) => !(level > 0 && level < 1))
  if (bad !== undefined) throw new ForecastError('badInterval', String(bad))
  const length = series.values.length + horizon
  for (const { id, values } of regressors)
    if (values.length !== length) throw new ForecastError('regressorLength', `${id}: ${values.length}, ${length}`)
}
