import type { ForecastInfluenceId, ForecastRequest, MetricInfo } from '@zhanggui/contract'
import { type PlannedDiscount, readDiscounts } from './planned-discount.ts'

export type ForecastGrain = 'day' | 'week' | 'month'

/** How far ahead each grain is asked for; the first is the default. */
export const HORIZONS: Record<ForecastGrain, readonly number[]> = {
  day: [28, 60, 90, 180, 365],
  week: [12, 26, 52],
  month: [6, 12, 24],
}

/** What can be taken into account beside the calendar. */
export const INFLUENCES: readonly ForecastInfluenceId[] = ['price', 'promotion', 'stockOut', 'presale']

export type ForecastState = {
  metric: string
  grain: ForecastGrain
  horizon: number
  by: string | null
  influences: readonly ForecastInfluenceId[]
  /** Planned change of price, in percent. */
  priceChange: number
  discounts: readonly PlannedDiscount[]
}

/** A pre-sale tells of days and weeks only. */
export const offeredInfluences = (grain: ForecastGrain): readonly ForecastInfluenceId[] =>
  INFLUENCES.filter((id) => id !== 'presale' || grain !== 'month')

const isGrain = (text: string | null): text is ForecastGrain => text === 'day' || text === 'week' || text === 'month'

/** What the URL says, with everything unknown replaced by what one would ask first. */
export function readState(get: (name: string) => string | null): ForecastState {
  const asked = get('grain')
  const grain = isGrain(asked) ? asked : 'day'
  const horizon = Number(get('horizon'))
  const offered = HORIZONS[grain]
  return {
    metric: get('metric') ?? 'paid',
    grain,
    horizon: offered.includes(horizon) ? horizon : (offered[0] ?? 28),
    by: get('by'),
    influences: offeredInfluences(grain).filter((id) => (get('with') ?? '').split(',').includes(id)),
    priceChange: Math.max(-90, Math.min(1000, Number(get('price')) || 0)),
    discounts: readDiscounts(get('discounts')),
  }
}

/** What is planned of the influences that are considered; a plan for what is not considered says nothing. */
const plannedOf = ({ influences, priceChange, discounts }: ForecastState): ForecastRequest['planned'] => ({
  priceChangeBp: influences.includes('price') ? Math.round(priceChange * 100) : 0,
  discounts: influences.includes('promotion') ? [...discounts] : [],
})

export function requestOf(state: ForecastState): ForecastRequest {
  const { metric, grain, horizon, by, influences } = state
  return {
    metric,
    grain,
    horizon,
    levels: [0.8, 0.95],
    ...(by ? { by, groups: 12 } : {}),
    ...(influences.length > 0 ? { with: [...influences], planned: plannedOf(state) } : {}),
  }
}

/** Metrics with a value for each day; a stock at one moment and a rate over a window have no course to go on with. */
export const isForecastable = ({ kind, window }: MetricInfo): boolean => kind !== 'snapshot' && window === null
