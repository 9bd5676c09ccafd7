import type { ForecastInfluenceId, ForecastLine, PlannedInfluences } from '@zhanggui/contract'
import type { Influence, Regressor } from '@zhanggui/forecast'
import type { BusinessDay } from '@zhanggui/kernel'
import type { HistoryGrain } from './whole-periods.ts'

type Values = readonly (number | null)[]

/** Everything on sale had run out: nothing could be sold, so the day says nothing of demand. */
const SOLD_OUT = 0.999
/** Fewer periods with some goods missing teach nothing. */
const SHORT_PERIODS_MIN = 8
/** Pre-sale orders of this many periods tell of what comes; months are too coarse to tell by. */
export const PRESALE_PERIODS: Readonly<Partial<Record<HistoryGrain, number>>> = { day: 14, week: 2 }

/** A series with what is known of its influences. `starts`: first days of the horizon's periods. */
export type Influenced = {
  grain: HistoryGrain
  values: Values
  influences: ReadonlyMap<ForecastInfluenceId, Values>
  planned: PlannedInfluences
  starts: readonly BusinessDay[]
  /** First day after the horizon. */
  end: BusinessDay
}

export type Prepared = { values: (number | null)[]; regressors: Regressor[]; soldOut: number }

const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

/** The deepest discount of each period that a planned one touches. */
function discountsAhead({ starts, end, planned }: Influenced): number[] {
  return starts.map((first, i) => {
    const after = starts[i + 1] ?? end
    const depths = planned.discounts.filter((d) => d.from < after && d.to > first).map((d) => d.depthBp / 10_000)
    return Math.max(0, ...depths)
  })
}

/** What a unit costs before discounts: what it fetched, without the discount of its period. */
const beforeDiscount = (paid: number | null, discount: number | null): number | null =>
  paid === null || (discount ?? 0) >= 1 ? null : paid / (1 - (discount ?? 0))

/**
 * Prices of history and horizon. With discounts asked for beside them, prices before discount: each then tells its own effect.
 * Without, what a unit fetched, which planned discounts lower.
 */
function pricePath(known: Values, given: Influenced): (number | null)[] {
  const discounts = given.influences.get('promotion')
  const history = discounts ? known.map((v, i) => beforeDiscount(v, discounts[i] ?? null)) : known
  const last = history.findLast((p) => p !== null && p > 0) ?? null
  const change = 1 + given.planned.priceChangeBp / 10_000
  const ahead = discountsAhead(given).map((depth) =>
    last === null ? null : last * change * (discounts ? 1 : 1 - depth),
  )
  return [...history, ...ahead]
}

/**
 * Pre-sale orders placed in the periods that end a horizon before each period: known on the day of the forecast however far ahead
 * the period lies, so that the back-test sees no more than a forecaster would have.
 */
function presaleSignal(orders: Values, ahead: number, window: number): (number | null)[] {
  return Array.from({ length: orders.length + ahead }, (_, t) => {
    const last = t - ahead
    if (last < window) return null
    return orders.slice(last - window, last).reduce<number>((sum, v) => sum + (v ?? 0), 0)
  })
}

function regressorOf(id: ForecastInfluenceId, known: Values, given: Influenced): Regressor[] {
  const ahead = given.starts.length
  switch (id) {
    case 'price':
      return [{ id, kind: 'price', values: pricePath(known, given) }]
    case 'promotion':
      return [{ id, kind: 'promotion', values: [...known.map((v) => v ?? 0), ...discountsAhead(given)] }]
    case 'presale': {
      const window = PRESALE_PERIODS[given.grain]
      return window === undefined ? [] : [{ id, kind: 'signal', values: presaleSignal(known, ahead, window) }]
    }
    case 'stockOut': {
      const partly = known.filter((v) => v !== null && v > 0 && v < SOLD_OUT)
      // What is planned is to have the goods.
      return partly.length < SHORT_PERIODS_MIN ? [] : [{ id, kind: 'other', values: [...known, ...repeat(ahead, 0)] }]
    }
  }
}

/** History and regressors for the engine: periods that could sell nothing are unknown, not zero. */
export function prepareInfluenced(given: Influenced): Prepared {
  const stock = given.influences.get('stockOut') ?? []
  const soldOut = stock.map((rate) => rate !== null && rate >= SOLD_OUT)
  const values = given.values.map((v, i) => (soldOut[i] ? null : v))
  const regressors = [...given.influences]
    .filter(([, known]) => known.some((v) => v !== null))
    .flatMap(([id, known]) => regressorOf(id, known, given))
  return { values, regressors, soldOut: soldOut.filter(Boolean).length }
}

/** What each influence was found to do, for the answer. */
export function describeInfluences(
  given: Influenced,
  { soldOut }: Prepared,
  found: readonly Influence[],
): ForecastLine['influences'] {
  return [...given.influences].map(([id, known]) => ({
    id,
    effect: found.find((f) => f.id === id)?.effect ?? null,
    periods: id === 'stockOut' ? soldOut : known.filter((v) => v !== null).length,
  }))
}
