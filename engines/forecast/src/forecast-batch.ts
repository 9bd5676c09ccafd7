import type { Forecast, ForecastRequest } from './forecast.ts'
import { forecastSeries } from './forecast-series.ts'
import { ForecastError, type ForecastErrorCode } from './series/forecast-error.ts'

export type BatchItem =
  | { ok: true; value: Forecast }
  | { ok: false; error: { code: ForecastErrorCode; messageZh: string; messageEn: string } }

/** Many series, each answered by itself, in order: one that cannot be forecast does not stop the others. */
export function forecastBatch(requests: readonly ForecastRequest[]): BatchItem[] {
  return requests.map((request) => {
    try {
      return { ok: true, value: forecastSeries(request) }
    } catch (error) {
      if (!(error instanceof ForecastError)) throw error
      return { ok: false, error: { code: error.code, messageZh: error.messageZh, messageEn: error.message } }
    }
  })
}
