import { effectByUnits, type UnitChange } from '@zhanggui/analysis'
import { type MeasuredEffect, measureEffect } from '@zhanggui/campaigns'
import type { InitiativeEffect, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { ResourceData } from '../../admin/resources/define-resource.ts'
import { readResource } from '../../admin/resources/list-resource.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { splitList } from '../../admin/resources/split-list.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { shopMoment } from '../records/shop-moment.ts'
import { INITIATIVES } from './initiatives.ts'

/** Four weeks on each side: whole weeks, so that the day of the week does not matter. */
const WINDOW_DAYS = 28

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const idsOf = (value: unknown): string[] => splitList(textOf(value))

type Asked = { metric: string; items: readonly string[]; from: BusinessDay; to: BusinessDay }

/**
 * The figure of some goods, day by day. A day on which nothing was sold is zero, not missing: goods that sell once a week would else
 * look as if they sold every day. Days that no data covers are left out, as are rates of days without visitors.
 */
async function daily(
  context: Context,
  store: Store,
  asker: Asker,
  { metric, items, from, to }: Asked,
): Promise<number[]> {
  if (items.length === 0 || from >= to) return []
  const filters = [{ dimension: 'item', op: 'in' as const, values: [...items] }]
  const request = { metrics: [metric], by: ['day'], from, to, filters, fillGaps: true }
  const { rows, partial } = await runQuery(context, store, request, asker)
  const uncovered = new Set(partial.filter(({ days, ofDays }) => days < ofDays).map(({ period }) => period))
  return rows.flatMap(({ day, ...row }) =>
    typeof row[metric] === 'number' && !uncovered.has(String(day)) ? [row[metric]] : [],
  )
}

type Stretch = { from: BusinessDay; to: BusinessDay; days: number }

/** Rates are taken of the whole stretch; what adds up is the mean of its days. */
const PER_DAY: ReadonlySet<string> = new Set(['paid', 'unitsSold', 'uv'])

/** Each of some goods over a stretch. What did not sell is zero; a rate without visitors is not known. */
async function eachItem(
  context: Context,
  store: Store,
  asker: Asker,
  { metric, items, ...stretch }: Omit<Asked, 'from' | 'to'> & Stretch,
): Promise<Map<string, number | null>> {
  const { from, to, days } = stretch
  const filters = [{ dimension: 'item', op: 'in' as const, values: [...items] }]
  const { rows } = await runQuery(context, store, { metrics: [metric], by: ['item'], from, to, filters }, asker)
  const found = new Map(rows.map((row) => [String(row.item), row[metric]]))
  return new Map(
    items.map((item) => {
      const value = found.get(item)
      if (!PER_DAY.has(metric)) return [item, typeof value === 'number' ? value : null]
      return [item, (typeof value === 'number' ? value : 0) / days]
    }),
  )
}

/** Goods before and after; those without a figure on a side are left out. */
async function itemChanges(
  context: Context,
  store: Store,
  asker: Asker,
  { metric, items, before, after }: { metric: string; items: readonly string[]; before: Stretch; after: Stretch },
): Promise<UnitChange[]> {
  const [then, now] = await Promise.all([
    eachItem(context, store, asker, { metric, items, ...before }),
    eachItem(context, store, asker, { metric, items, ...after }),
  ])
  return items.flatMap((id) => {
    const [earlier, later] = [then.get(id) ?? null, now.get(id) ?? null]
    return earlier === null || later === null ? [] : [{ id, before: earlier, after: later }]
  })
}

type Units = InitiativeEffect['units']

/** By goods, in the same unit as by days: what adds up is told of all improved goods together, a rate of the mean of them. */
function ofAllGoods(
  metric: string,
  treated: readonly UnitChange[],
  control: readonly UnitChange[],
): (MeasuredEffect & { units: Units }) | null {
  const found = effectByUnits(treated, control)
  if (found === null) return null
  const times = PER_DAY.has(metric) ? treated.length : 1
  const { effect, share, units } = found
  return { effect: effect.mean * times, low: effect.low * times, high: effect.high * times, share, units }
}

/**
 * The effect of an improvement from its record, by goods where there are two on each side, else by days: days of one good hang together,
 * so goods are the better witnesses. Days that are still to come are not counted.
 */
export async function measureInitiative(
  context: Context,
  store: Store,
  data: ResourceData,
  asker: Asker,
): Promise<InitiativeEffect> {
  const fromDay = parseDay(textOf(data.fromDay))
  const days = typeof data.windowDays === 'number' ? data.windowDays : WINDOW_DAYS
  const { day: today } = shopMoment(context.clock.now(), store.timezone)
  const until = addDays(fromDay, Math.max(0, Math.min(days, daysBetween(fromDay, today))))
  const metric = textOf(data.metric)
  const ask = (items: readonly string[], from: BusinessDay, to: BusinessDay): Promise<number[]> =>
    daily(context, store, asker, { metric, items, from, to })
  const [items, control] = [idsOf(data.items), idsOf(data.controlItems)]
  const before = await ask(items, addDays(fromDay, -days), fromDay)
  const after = await ask(items, fromDay, until)
  const controlBefore = await ask(control, addDays(fromDay, -days), fromDay)
  const controlAfter = await ask(control, fromDay, until)
  const stretches = {
    before: { from: addDays(fromDay, -days), to: fromDay, days: before.length },
    after: { from: fromDay, to: until, days: after.length },
  }
  const changes = (goods: readonly string[]): Promise<UnitChange[]> =>
    itemChanges(context, store, asker, { metric, items: goods, ...stretches })
  const isCounted = items.length > 1 && control.length > 1 && before.length > 0 && after.length > 0
  const byGoods = isCounted ? ofAllGoods(metric, await changes(items), await changes(control)) : null
  const measured = byGoods ?? { ...measureEffect({ before, after, controlBefore, controlAfter }), units: null }
  const target = typeof data.targetShare === 'number' ? data.targetShare : null
  return { metric, days: { before: before.length, after: after.length }, ...measured, target }
}

/**
 * What an improvement changed: the daily figure of its goods before and after, against goods left as they were (P3.26).
 * Errors: throws `not_found`.
 */
export async function readInitiativeEffect(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  { id, asker }: { id: string; asker: Asker },
): Promise<InitiativeEffect> {
  const { data } = await readResource(context, INITIATIVES, caller, id)
  return measureInitiative(context, store, data, asker)
}
