import { type CapacityAnswer, CapacityQuery, type Store } from '@zhanggui/contract'
import { daysBetween, parseDay } from '@zhanggui/kernel'
import { planCapacity } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { runForecast } from '../../insight/forecast/run-forecast.ts'
import type { Asker } from '../../insight/run-query.ts'
import { listLoadReports } from '../load/load-reports.ts'
import { busiestMinuteBp } from './busiest-minute.ts'
import { capacityWarnings } from './capacity-warnings.ts'
import { technologyLine } from './technology-line.ts'

type Asked = ReturnType<typeof CapacityQuery.parse>
type Caller = { store: Store; asker: Asker }
type Orders = Pick<CapacityAnswer, 'dayOrders' | 'dayOrdersHigh' | 'ordersFrom'>

/**
 * A share of the day in its busiest minute for a shop whose orders carry no time of day: a day whose opening hour brings a fifth and
 * whose first minute a twentieth of that hour.
 */
const PRESET_MINUTE_BP = 100
const HORIZON_MAX = 730
/** Level of the interval whose upper end is reckoned with. */
const LEVEL = 0.95

async function forecastOrders(context: Context, { store, asker }: Caller, day: string): Promise<Orders> {
  const ask = (horizon: number) =>
    runForecast(context, store, { metric: 'placedOrders', grain: 'day', horizon, levels: [LEVEL] }, asker)
  const first = await ask(1)
  const next = first.whole.values[0]?.period
  const ahead = next === undefined ? 0 : daysBetween(parseDay(next), parseDay(day)) + 1
  if (ahead < 1 || ahead > HORIZON_MAX) throw new ApiFailure('capacity_day', { day, from: next ?? '–' })
  const point = (ahead === 1 ? first : await ask(ahead)).whole.values.at(-1)
  const dayOrders = Math.max(0, point?.mean ?? 0)
  return { dayOrders, dayOrdersHigh: Math.max(dayOrders, point?.upper[0] ?? dayOrders), ordersFrom: 'forecast' }
}

function ordersOf(
  context: Context,
  caller: Caller,
  { day, dayOrders, dayOrdersHigh }: Asked,
): Promise<Orders> | Orders {
  if (dayOrders === undefined) return forecastOrders(context, caller, day)
  return { dayOrders, dayOrdersHigh: Math.max(dayOrders, dayOrdersHigh ?? dayOrders), ordersFrom: 'asked' }
}

/** What one node was measured to keep up with. Errors: throws `capacity_unmeasured` before the first load test. */
async function nodeOf(context: Context, store: string, asked: number | undefined) {
  if (asked !== undefined) return { nodePerSecond: asked, nodeFrom: 'asked' as const }
  const { reports } = await listLoadReports(context, store)
  const measured = reports.find(({ kneePerSecond }) => kneePerSecond !== null)?.kneePerSecond
  if (!measured) throw new ApiFailure('capacity_unmeasured')
  return { nodePerSecond: measured, nodeFrom: 'load_test' as const }
}

async function minuteOf(context: Context, store: Store, asked: number | undefined) {
  if (asked !== undefined) return { busiestMinuteBp: asked, minuteFrom: 'asked' as const }
  const measured = await busiestMinuteBp(context, store)
  return measured === null
    ? { busiestMinuteBp: PRESET_MINUTE_BP, minuteFrom: 'preset' as const }
    : { busiestMinuteBp: measured, minuteFrom: 'last_year' as const }
}

/**
 * How many nodes a day needs, by when they are ordered and given back, what that costs, and whether the technology line of the plan
 * has it left (P7.14). What is not asked for is measured: orders by the forecast, a node by the last load test, the minute by the
 * shop's own busiest day.
 * Errors: throws `capacity_unmeasured`, `capacity_day`, `not_forecastable`, `not_found` for an unknown plan.
 */
export async function planShopCapacity(
  context: Context,
  caller: Caller,
  input: CapacityQuery,
): Promise<CapacityAnswer> {
  const asked = parseInput(CapacityQuery, input)
  const { store } = caller
  const node = await nodeOf(context, store.id, asked.nodePerSecond)
  const orders = await ordersOf(context, caller, asked)
  const minute = await minuteOf(context, store, asked.busiestMinuteBp)
  const line = asked.plan === undefined ? null : await technologyLine(context, { store: store.id, plan: asked.plan })
  const day = parseDay(asked.day)
  const share = line && { ...line, profile: line.profile ?? '', shareBp: line.shareBp ?? 0 }
  const { leftCents, overCents, ...plan } = planCapacity(
    { ...asked, ...orders, ...minute, day },
    { ...asked, ...node },
    share,
  )
  const technology = line && leftCents !== null && overCents !== null ? { ...line, leftCents, overCents } : null
  const answer = { day: asked.day, ...orders, ...minute, ...node, ...plan, technology }
  return {
    ...answer,
    warnings: capacityWarnings(answer, { now: context.clock.now(), timezone: store.timezone, plan: asked.plan }),
  }
}
