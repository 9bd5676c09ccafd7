import type { ForecastResult, Store } from '@zhanggui/contract'
import { cellScope, type Goal, type GoalScope, type PeriodEnd, scopeKey } from '@zhanggui/goals'
import { type BusinessDay, daysBetween, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { runForecast } from '../../insight/forecast/run-forecast.ts'
import { InsightFailure } from '../../insight/insight-failure.ts'

/** The days from `from` on, one forecast each, and the sum over all of them with its own interval. */
export type ForecastLine = { from: BusinessDay; days: readonly PeriodEnd[]; whole: PeriodEnd }

/** Lines by metric and scope. */
export type ForecastLines = ReadonlyMap<string, ForecastLine>

/** How sure the intervals are that goals are judged by: eight of ten. */
export const LEVEL = 0.8

/** Largest values of a dimension with a forecast of their own; smaller ones follow the whole in proportion. */
const OWN_LINES = 24
/** Scopes of several dimensions with a forecast of their own. */
const OWN_SCOPES = 12
const MAX_HORIZON = 730

export const lineKey = (metric: string, scope: GoalScope): string => `${metric}|${scopeKey(scope)}`

type Line = ForecastResult['whole']

function toLine(from: string, line: Line): ForecastLine {
  const end = (v: { mean: number; lower: number[]; upper: number[] }): PeriodEnd => ({
    mean: v.mean,
    lower: v.lower[0] ?? v.mean,
    upper: v.upper[0] ?? v.mean,
  })
  const days = line.values.map(end)
  return { from: from as BusinessDay, days, whole: line.total ? end(line.total) : sumOfAll(days) }
}

/** Counts of people have no total of their own: their days are taken to miss the same way, the widest that the sum can be. */
const sumOfAll = (days: readonly PeriodEnd[]): PeriodEnd =>
  days.reduce((sum, d) => ({ mean: sum.mean + d.mean, lower: sum.lower + d.lower, upper: sum.upper + d.upper }), {
    mean: 0,
    lower: 0,
    upper: 0,
  })

type Asked = { metric: string; horizon: number; asOf: BusinessDay }

/** One question: the whole of a scope, or each of the largest values of a dimension beside it. */
async function ask(
  context: Context,
  store: Store,
  asked: Asked,
  cut: { scope: GoalScope; by?: string },
): Promise<ForecastResult | null> {
  const filters = Object.entries(cut.scope).map(([dimension, value]) => ({
    dimension,
    op: 'in' as const,
    values: [value],
  }))
  const by = cut.by === undefined ? {} : { by: cut.by, groups: OWN_LINES }
  try {
    return await runForecast(context, store, { ...asked, grain: 'day', filters, levels: [LEVEL], ...by })
  } catch (error) {
    // Too little history, or a cut that the catalogue does not make: the goal is then judged without a forecast.
    if (error instanceof ApiFailure || error instanceof InsightFailure) return null
    throw error
  }
}

async function linesOfMetric(
  context: Context,
  store: Store,
  asked: Asked,
  scopes: readonly GoalScope[],
): Promise<[string, ForecastLine][]> {
  const found: [string, ForecastLine][] = []
  const add = (scope: GoalScope, from: string, line: Line): void => {
    found.push([lineKey(asked.metric, scope), toLine(from, line)])
  }
  const single = new Set(scopes.flatMap((s) => (Object.keys(s).length === 1 ? Object.keys(s) : [])))
  const whole = single.size === 0 ? await ask(context, store, asked, { scope: {} }) : null
  if (whole) add({}, whole.asOf, whole.whole)
  for (const by of single) {
    const answer = await ask(context, store, asked, { scope: {}, by })
    if (!answer) continue
    add({}, answer.asOf, answer.whole)
    for (const line of answer.groups) if (line.group !== null) add({ [by]: line.group }, answer.asOf, line)
  }
  for (const scope of scopes.filter((s) => Object.keys(s).length > 1).slice(0, OWN_SCOPES)) {
    const answer = await ask(context, store, asked, { scope })
    if (answer) add(scope, answer.asOf, answer.whole)
  }
  return found
}

/** Forecasts by day for what the goals are set on, as far as their last period goes. */
export async function forecastLines(
  context: Context,
  store: Store,
  goals: readonly Pick<Goal, 'metric' | 'period' | 'scope' | 'set'>[],
  asOf: BusinessDay,
): Promise<ForecastLines> {
  const ahead = goals.filter((g) => periodDays(g.period).to > asOf)
  const byMetric = Map.groupBy(ahead, (g) => g.metric)
  const lines: [string, ForecastLine][] = []
  for (const [metric, of] of byMetric) {
    const last = of
      .map((g) => periodDays(g.period).to)
      .sort()
      .at(-1)
    const horizon = last === undefined ? 0 : Math.min(MAX_HORIZON, daysBetween(asOf, last))
    if (horizon < 1) continue
    const scopes = new Map(of.map((g) => [scopeKey(cellScope(g)), cellScope(g)]))
    lines.push(...(await linesOfMetric(context, store, { metric, horizon, asOf }, [...scopes.values()])))
  }
  return new Map(lines)
}
