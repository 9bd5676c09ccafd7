import { Counter, type Metric } from 'prom-client'

/** Counts of what happened, never of money: figures of the business stay out of the technical metrics. */
const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
  new Counter<Label>({ name: `zhanggui_promotion_${name}`, help, labelNames: [...labelNames], registers: [] })

export const PRICES = counter('prices_total', 'Carts that were priced, or refused for what is wrong with them', [
  'outcome',
])
export const ORDER_MOVES = counter('order_moves_total', 'Orders placed, paid, let go, and returns', ['move'])
export const ORDER_RETRIES = counter(
  'order_retries_total',
  'Orders that were priced again because something changed',
  [],
)
export const STOPS = counter('stops_total', 'Promotions stopped, by a person or by their budget', ['by'])

export const PROMOTION_COUNTERS: readonly Metric[] = [PRICES, ORDER_MOVES, ORDER_RETRIES, STOPS]
