import { addDays, type BusinessDay } from '@zhanggui/kernel'

/** 周期购: so many deliveries, one every `everyDays`, at a price that was locked when it began. */
export type Subscription = {
  firstDay: BusinessDay
  everyDays: number
  times: number
  /** Deliveries the buyer left out, by number from 1; they are made up for at the end. */
  skipped: readonly number[]
  /** No delivery leaves within these days, both included; everything after moves on. */
  pauses: readonly { fromDay: BusinessDay; throughDay: BusinessDay }[]
  /** Days on which the item is out of stock: the delivery waits for the first day that is not. */
  stockOutDays: readonly BusinessDay[]
}
export type Delivery = { number: number; day: BusinessDay; reason: 'planned' | 'after_pause' | 'after_stock_out' }

const dayAfterPause = (day: BusinessDay, pauses: Subscription['pauses']): BusinessDay =>
  pauses.reduce(
    (moved, { fromDay, throughDay }) => (moved >= fromDay && moved <= throughDay ? addDays(throughDay, 1) : moved),
    day,
  )

/**
 * The days on which the deliveries leave. A skipped cycle sends nothing and one cycle more is added; a pause moves everything
 * behind it; a stock-out delays one delivery and leaves the rhythm alone. Shape: exactly `times` deliveries, in the order of days.
 */
export function scheduleOf(subscription: Subscription): Delivery[] {
  const { firstDay, everyDays, times, skipped, stockOutDays } = subscription
  const pauses = [...subscription.pauses].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
  const deliveries: Delivery[] = []
  let rhythm = firstDay
  for (let cycle = 1; deliveries.length < times; cycle++) {
    const resumed = dayAfterPause(rhythm, pauses)
    let day = resumed
    while (stockOutDays.includes(day)) day = addDays(day, 1)
    if (!skipped.includes(cycle)) {
      const reason = day > resumed ? 'after_stock_out' : resumed > rhythm ? 'after_pause' : 'planned'
      deliveries.push({ number: deliveries.length + 1, day, reason })
    }
    rhythm = addDays(resumed, everyDays)
  }
  return deliveries
}
