import { ExplainQuery, type Explanation, type Store } from '@zhanggui/contract'
import { daysBetween, parseDay, ratio } from '@zhanggui/kernel'
import { DIMENSIONS, dictionary, findMetric, isDimensionId, type MetricEntry } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { Asker } from '../../insight/run-query.ts'
import { noteOf } from './explain-notes.ts'
import { type RatioOf, rateParts } from './rate-parts.ts'
import { driverMetrics, hasDrivers, readDrivers } from './read-drivers.ts'
import { numberOf, type Reader, readTotals } from './read-figures.ts'
import { readPriceVolumeMix } from './read-price-volume-mix.ts'
import { type Days, resolveSides, type Sides } from './resolve-sides.ts'
import { type Parts, sumParts } from './sum-parts.ts'

type Compared = Sides & { earlier: Days }
type Method = Explanation['method']

function metricNamed(id: string): MetricEntry {
  const entry = dictionary().find((m) => m.id === id)
  if (!entry) throw new ApiFailure('invalid_request', { where: `metric: ${id}` })
  return entry
}

/** The metrics that a ratio divides, where both are figures of their own. */
function ratioOf({ numerator, denominator }: MetricEntry): RatioOf | null {
  if (numerator === null || denominator === null) return null
  return findMetric(numerator) && findMetric(denominator) ? { over: numerator, under: denominator } : null
}

function methodOf(metric: MetricEntry, by: string): Method {
  if (!metric.dimensions.includes(by)) return 'none'
  if (metric.kind === 'additive') return 'sum'
  return ratioOf(metric) ? 'mixRate' : metric.kind === 'distinct' ? 'sum' : 'none'
}

async function readParts(reader: Reader, metric: MetricEntry, asked: Parameters<typeof sumParts>[1]): Promise<Parts> {
  const method = methodOf(metric, asked.by)
  const over = ratioOf(metric)
  if (method === 'sum') return sumParts(reader, asked)
  return method === 'mixRate' && over ? rateParts(reader, over, asked) : { parts: [], others: null }
}

/** What the parts leave of the change; a few units in the last place of a ratio are nothing. */
function restOf({ parts, others }: Parts, change: number | null): number | null {
  if (change === null || parts.length === 0) return null
  const rest = change - parts.reduce((sum, p) => sum + p.effect, 0) - (others?.effect ?? 0)
  return Math.abs(rest) < 1e-9 ? 0 : rest
}

const lengthOf = ({ from, to }: Days): number => daysBetween(parseDay(from), parseDay(to))

function notesOf(sides: Sides, answer: Pick<Explanation, 'drivers' | 'rest' | 'change'>, metric: string) {
  const codes: Parameters<typeof noteOf>[0][] = []
  if (sides.earlier === null) codes.push('no_comparison')
  if (sides.running) codes.push('running_day')
  if (sides.earlier && lengthOf(sides.current) !== lengthOf(sides.earlier)) codes.push('other_length')
  if (answer.drivers.some((d) => d.id === 'buyers')) codes.push('no_visits')
  if (hasDrivers(metric) && answer.change !== null && answer.drivers.length === 0) codes.push('no_people')
  if (answer.rest !== null && answer.rest !== 0) codes.push('people_overlap')
  return codes.map(noteOf)
}

const shown = ({ id, nameZh, nameEn, unit, higherIsBetter }: MetricEntry): Explanation['metric'] => ({
  id,
  nameZh,
  nameEn,
  unit,
  higherIsBetter,
})

const empty = (metric: MetricEntry, store: Store, by: string): Explanation => ({
  metric: shown(metric),
  currency: store.currency,
  range: null,
  compareRange: null,
  before: null,
  after: null,
  change: null,
  changeShare: null,
  drivers: [],
  dimension: DIMENSIONS.find((d) => d.id === by) ?? { id: by, nameZh: by, nameEn: by },
  method: methodOf(metric, by),
  parts: [],
  others: null,
  rest: null,
  priceVolumeMix: null,
  notes: [],
  queries: [],
})

async function compared(
  reader: Reader,
  { metric, sides, by, limit }: { metric: MetricEntry; sides: Compared; by: string; limit: number },
): Promise<Partial<Explanation>> {
  const [current, earlier, drivers, parts, priceVolumeMix] = await Promise.all([
    readTotals(reader, [metric.id], sides.current),
    readTotals(reader, [metric.id], sides.earlier),
    hasDrivers(metric.id) ? readDrivers(reader, metric.id, sides) : [],
    readParts(reader, metric, { metric: metric.id, by, limit, current: sides.current, earlier: sides.earlier }),
    metric.id === 'paid' ? readPriceVolumeMix(reader, sides) : null,
  ])
  const [before, after] = [numberOf(earlier[metric.id]), numberOf(current[metric.id])]
  const change = before === null || after === null ? null : after - before
  const known = change === null ? [] : drivers
  const question = { metrics: hasDrivers(metric.id) ? driverMetrics(metric.id) : [metric.id], by: [by] }
  return {
    before,
    after,
    change,
    changeShare: ratio(change, before),
    drivers: known,
    ...parts,
    rest: restOf(parts, change),
    priceVolumeMix,
    queries: [
      { ...question, ...sides.current },
      { ...question, ...sides.earlier },
    ],
  }
}

/**
 * Why a metric changed between two stretches of days: by its drivers, and by the values of a dimension.
 * Shape: contract `Explanation`; driver effects add up to the change to the fen. Errors: as `runQuery`; `invalid_request` for an
 * unknown metric or dimension.
 * @example await explain(context, store, { metric: 'paid', from: '2026-11-01', to: '2026-12-01', compare: 'yoy', by: 'channel' })
 */
export async function explain(
  context: Context,
  store: Store,
  query: ExplainQuery,
  asker?: Asker,
): Promise<Explanation> {
  const asked = parseInput(ExplainQuery, query)
  const metric = metricNamed(asked.metric)
  if (!isDimensionId(asked.by)) throw new ApiFailure('invalid_request', { where: `by: ${asked.by}` })
  const { by, limit } = asked
  const sides = await resolveSides(context, store, asked, asker)
  const nothing = empty(metric, store, by)
  if (!sides) return nothing
  const reader: Reader = { context, store, asker }
  const { earlier } = sides
  const figures = earlier ? await compared(reader, { metric, sides: { ...sides, earlier }, by, limit }) : {}
  const answer = { ...nothing, range: sides.current, compareRange: sides.earlier, ...figures }
  return { ...answer, notes: notesOf(sides, answer, metric.id) }
}
