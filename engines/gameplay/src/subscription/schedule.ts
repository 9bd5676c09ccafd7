import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Window } from '../programme/window.ts'

/** 周期购: so many deliveries, one every `everyDays`, at a price that was locked when it began. */
export type Subscription = {
  firstDay: BusinessDay
  everyDays: number
  times: number
  /** Cycles the buyer left out, by number from 1; they are made up for at the end. */
  skipped: readonly number[]
  /** No delivery leaves within these days, both included; everything after moves on. */
  pauses: readonly Window[]
  /** Days on which the item is out of stock: the delivery waits for the first day that is not. */
  stockOuts: readonly Window[]
}
export type Delivery = {
  number: number
  cycle: number
  day: BusinessDay
  reason: 'planned' | 'after_pause' | 'after_stock_out'
}

const inOrder = (windows: readonly Window[]): Window[] =>
  [...windows].sort((a, b) => (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0))

/** The first day that none of the windows holds; windows in the order of their beginning. */
const firstDayOutside = (day: BusinessDay, windows: readonly Window[]): BusinessDay =>
  windows.reduce(
    (moved, { fromDay, throughDay }) => (moved >= fromDay && moved <= throughDay ? addDays(throughDay, 1) : moved),
    day,
  )

/**
 * The days on which the deliveries leave. A skipped cycle sends nothing and one cycle more is added; a pause moves everything
 * behind it; a stock-out delays one delivery and leaves the rhythm alone. Shape: exactly `times` deliveries, in the order of days.
 */
export function scheduleOf(subscription: Subscription): Delivery[] {
  const { firstDay, everyDays, times, skipped } = subscription
  const pauses = inOrder(subscription.pauses)
  const stockOuts = inOrder(subscription.stockOuts)
  const deliveries: Delivery[] = []
  let rhythm = firstDay
  for (let cycle = 1; deliveries.length < times; cycle++) {
    const resumed = firstDayOutside(rhythm, pauses)
    const day = firstDayOutside(resumed, stockOuts)
    if (!skipped.includes(cycle)) {
      const reason = day > resumed ? 'after_stock_out' : resumed > rhythm ? 'after_pause' : 'planned'
      deliveries.push({ number: deliveries.length + 1, cycle, day, reason })
    }
    rhythm = addDays(resumed, everyDays)
  }
  return deliveries
}
