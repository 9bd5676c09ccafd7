import type { OccasionRule } from '@zhanggui/calendar'
import { ForecastRequest, type ForecastResult, type Store } from '@zhanggui/contract'
import { type ForecastRequest as Ask, eventSpans, type Forecast, reconcile } from '@zhanggui/forecast'
import { addDays, assert, type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { getMetric, type Metric } from '@zhanggui/metrics'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { occasionRulesOf, readCountedOccasions } from '../../campaigns/calendar/read-shop-calendar.ts'
import { answerOnce } from '../answer-cache.ts'
import { type Asker, planQuestion } from '../plan-question.ts'
import { forecastInThreads } from './forecast-in-threads.ts'
import { describeInfluences, type Influenced, PRESALE_PERIODS, prepareInfluenced } from './make-regressors.ts'
import { dayAfter, type Histories, type History, readHistories } from './read-history.ts'
import { INFLUENCE_METRIC, readInfluences } from './read-influences.ts'
import { warningText } from './warning-texts.ts'
import { periodLabelOf } from './whole-periods.ts'

type Asked = z.output<typeof ForecastRequest>
type Line = ForecastResult['whole']

/** Days before the history's start that an event may have touched. */
const EVENT_MARGIN_DAYS = 60

const failure = (metric: string, reason: string): ApiFailure => new ApiFailure('not_forecastable', { metric, reason })

const isWhole = (metric: Metric): boolean => metric.unit === 'money' || metric.unit === 'count'
const addsUp = (metric: Metric): boolean => metric.kind === 'additive' && isWhole(metric)

type Horizon = { starts: BusinessDay[]; labels: string[] }

function horizonOf({ grain, horizon }: Asked, { to }: Histories): Horizon {
  const starts = Array.from({ length: horizon }, (_, i) => dayAfter(grain, to, i))
  return { starts, labels: starts.map((first) => periodLabelOf(grain, first)) }
}

/** A metric that is counted in whole units is forecast in whole units. */
const rounded = (metric: Metric, value: number): number => (isWhole(metric) ? Math.round(value) : value)

function lineOf(
  history: History,
  forecast: Forecast,
  given: { metric: Metric; histories: Histories; horizon: Horizon; influences: Line['influences'] },
): Line {
  const { metric, histories, horizon, influences } = given
  const bounds = (values: readonly number[]): number[] => values.map((v) => rounded(metric, v))
  return {
    group: history.group,
    label: history.label,
    rest: history.rest,
    model: forecast.model,
    members: forecast.members.map(({ model, weight }) => ({ model, weight })),
    history: history.values.map((value, i) => ({ period: histories.periods[i] ?? '', value })),
    values: forecast.values.map((value, i) => ({
      period: horizon.labels[i] ?? '',
      mean: rounded(metric, value.mean),
      lower: bounds(value.lower),
      upper: bounds(value.upper),
      parts: roundedParts(metric, value.parts, rounded(metric, value.mean)),
    })),
    total: addsUp(metric)
      ? {
          mean: forecast.values.reduce((sum, v) => sum + rounded(metric, v.mean), 0),
          lower: bounds(forecast.total.lower),
          upper: bounds(forecast.total.upper),
        }
      : null,
    backtest: forecast.backtest && {
      ...forecast.backtest,
      coverage: forecast.backtest.coverage.map(({ level, share }) => ({ level, share })),
    },
    influences,
    warnings: forecast.warnings.map(warningText),
  }
}

type Parts = Line['values'][number]['parts']

/** Parts in whole units that still add up to the mean: what rounding leaves goes to the base, the largest of them. */
function roundedParts(metric: Metric, parts: Parts, mean: number): Parts {
  const [season, event, promotion] = [parts.season, parts.event, parts.promotion].map((v) => rounded(metric, v))
  assert(season !== undefined && event !== undefined && promotion !== undefined, 'three parts beside the base')
  return { base: mean - season - event - promotion, season, event, promotion }
}

/** Moves each group's means so that every period adds up to the whole; bounds move along. */
function addUp(whole: Line, groups: readonly Line[]): Line[] {
  const base = [whole, ...groups].map((line) => line.values.map((v) => v.mean))
  const parents = [-1, ...groups.map(() => 0)]
  // The whole is forecast best from its own history, so the parts give way: the whole's mean is kept.
  const { values } = reconcile({ structure: { parents }, base, method: 'topDown', whole: true })
  return groups.map((line, g) => shifted(line, values[g + 1] ?? []))
}

function shifted(line: Line, means: readonly number[]): Line {
  const values = line.values.map((value, i) => {
    const mean = means[i] ?? value.mean
    const by = mean - value.mean
    return {
      ...value,
      mean,
      lower: value.lower.map((v) => Math.min(mean, Math.max(0, v + by))),
      upper: value.upper.map((v) => Math.max(mean, v + by)),
      parts: { ...value.parts, base: value.parts.base + by },
    }
  })
  const moved = values.reduce((sum, v) => sum + v.mean, 0) - (line.total?.mean ?? 0)
  const total = line.total && {
    mean: line.total.mean + moved,
    lower: line.total.lower.map((v) => Math.max(0, v + moved)),
    upper: line.total.upper.map((v) => v + moved),
  }
  return { ...line, values, total }
}

/** Errors: throws `invalid_request` where a pre-sale is asked to tell of months. */
function requireFineGrain({ grain, with: influences }: Asked): void {
  if (!influences.includes('presale') || PRESALE_PERIODS[grain] !== undefined) return
  throw new ApiFailure('invalid_request', { where: 'with: presale 只用于 day、week / presale needs grain day or week' })
}

async function answer(
  context: Context,
  store: Store,
  {
    asked,
    metric,
    rules,
    asker,
  }: { asked: Asked; metric: Metric; rules: readonly OccasionRule[]; asker?: Asker | undefined },
): Promise<ForecastResult> {
  const additive = addsUp(metric)
  const question = { ...asked, additive }
  const histories = await readHistories(context, store, question)
  if (!histories) throw failure(metric.id, 'noWholePeriod')
  const horizon = horizonOf(asked, histories)
  const events = eventSpans({
    from: addDays(histories.from, -EVENT_MARGIN_DAYS),
    to: dayAfter(asked.grain, histories.to, asked.horizon),
    rules,
  })
  const all = [histories.whole, ...histories.groups]
  const known = await readInfluences(context, store, asked.with, { histories, question: { ...asked, asker } })
  const influenced = all.map(
    (history): Influenced => ({
      grain: asked.grain,
      values: history.values,
      influences: new Map([...known].map(([id, of]) => [id, of(history)])),
      planned: asked.planned,
      starts: horizon.starts,
      end: dayAfter(asked.grain, histories.to, asked.horizon),
    }),
  )
  const prepared = influenced.map(prepareInfluenced)
  const requests = prepared.map(
    ({ values, regressors }): Ask => ({
      series: { start: histories.from, grain: asked.grain, values },
      horizon: asked.horizon,
      events,
      regressors,
      model: asked.model,
      intervals: asked.levels,
      seed: `${store.id}/${metric.id}`,
    }),
  )
  const lines = (await forecastInThreads(requests)).map((item, i) => {
    const [history, from, ready] = [all[i], influenced[i], prepared[i]]
    assert(history && from && ready, 'one answer a series')
    if (!item.ok) {
      if (i === 0) throw failure(metric.id, item.error.code)
      return null
    }
    const influences = describeInfluences(from, ready, item.value.influences)
    return lineOf(history, item.value, { metric, histories, horizon, influences })
  })
  const [whole, ...rest] = lines
  assert(whole, 'the whole is forecast or refused')
  const groups = rest.filter((line) => line !== null)
  return {
    metric: metric.id,
    nameZh: metric.nameZh,
    nameEn: metric.nameEn,
    unit: metric.unit,
    currency: store.currency,
    grain: asked.grain,
    levels: asked.levels,
    asOf: histories.to,
    whole,
    groups: additive && groups.length > 0 ? addUp(whole, groups) : groups,
  }
}

/**
 * What a metric of the catalogue will be, explained, with intervals and the back-test that says how far to believe it.
 * Errors: `not_forecastable` (no whole period of history), `InsightFailure` of the query behind it (unknown metric, no permission).
 * @example await runForecast(context, store, { metric: 'paid', grain: 'day', horizon: 28 })
 */
export async function runForecast(
  context: Context,
  store: Store,
  request: ForecastRequest,
  asker?: Asker,
): Promise<ForecastResult> {
  const asked = parseInput(ForecastRequest, request)
  // Refuses a metric that is not there or that the asker may not see; the answer is the same for everybody who may.
  const metrics = [asked.metric, ...asked.with.map((id) => INFLUENCE_METRIC[id])]
  for (const id of metrics) await planQuestion(context, store, { metrics: [id], filters: asked.filters }, asker)
  requireFineGrain(asked)
  const metric = getMetric(asked.metric)
  const rules = occasionRulesOf(await readCountedOccasions(context, store.id))
  const today = businessDayOf(context.clock.now(), store.timezone)
  return answerOnce(context, ['forecast', store.id, today, rules, asked], () =>
    answer(context, store, { asked, metric, rules, asker }),
  )
}
