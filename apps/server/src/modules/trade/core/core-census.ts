import type { CoreFigures, ExpiryBucket } from '@zhanggui/contract'
import { type Admission, readItem, readOrderRow } from '@zhanggui/orders'

/** Bounds of what the page shows of the expiry wheel, seconds from now. */
export const EXPIRY_BOUNDS = [60, 300, 600, 900, 1800, 3600, 86_400] as const

/** Orders looked at in one step, of half a microsecond each: a count must not keep decisions waiting, least of all when many come. */
const ORDERS_A_STEP = { idle: 2048, busy: 256 } as const
/** Free rows cost next to nothing. */
const ROWS_AN_ORDER = 16

export type Census = Pick<CoreFigures, 'items' | 'stock' | 'orders' | 'expiring'>

const emptyCensus = (core: Admission): Census => ({
  items: 0,
  stock: { free: 0, held: 0, locked: 0, sold: 0 },
  orders: { held: 0, locked: 0, sold: 0, closed: 0, capacity: core.options.orders },
  expiring: EXPIRY_BOUNDS.map((withinSeconds) => ({ withinSeconds, orders: 0, units: 0 })),
})

/**
 * Counts stock and orders of a core by walking its rows a step at a time between decisions. `latest` is the last walk that
 * came to its end: of this moment with a few thousand orders, a few seconds old with millions, most of a minute while the core is busy.
 */
export class CoreCensus {
  latest: Census
  private under: Census
  private row = 0
  private readonly core: Admission

  constructor(core: Admission) {
    this.core = core
    this.latest = emptyCensus(core)
    this.under = emptyCensus(core)
    // Whoever asks right after the start is told what is there, not zeros.
    while (!this.step('idle'));
  }

  /** Looks at the next rows. True: a walk has just come to its end. */
  step(pace: keyof typeof ORDERS_A_STEP): boolean {
    const { options } = this.core
    const end = options.items + options.orders
    const ordersMax = ORDERS_A_STEP[pace]
    const until = Math.min(end, this.row + ordersMax * ROWS_AN_ORDER)
    for (let orders = 0; this.row < until && orders < ordersMax; this.row++) {
      if (this.row < options.items) this.countItem(this.row)
      else if (this.countOrder(this.row - options.items)) orders++
    }
    if (this.row < end) return false
    this.latest = this.under
    this.under = emptyCensus(this.core)
    this.row = 0
    return true
  }

  private countItem(item: number): void {
    const found = readItem(this.core, item)
    if (!found) return
    this.under.items++
    // A bundle has no stock of its own: its free sets are units of its parts, which are counted there.
    if (found.kind === 'bundle') return
    const { stock } = this.under
    stock.free += found.free
    stock.held += found.held
    stock.locked += found.locked
    stock.sold += found.sold
  }

  /** False for a free row. */
  private countOrder(row: number): boolean {
    const order = readOrderRow(this.core, row)
    if (!order) return false
    const { orders } = this.under
    if (order.state === 'sold') orders.sold++
    else if (order.state === 'held' || order.state === 'locked') {
      orders[order.state]++
      const left = (order.deadline - (this.core.clock[0] as number)) / 1000
      const units = order.lines.reduce((sum, line) => sum + line.quantity, 0)
      addTo(this.under.expiring, left, units)
    } else orders.closed++
    return true
  }
}

function addTo(buckets: ExpiryBucket[], secondsLeft: number, units: number): void {
  const bucket = buckets.find(({ withinSeconds }) => secondsLeft <= withinSeconds)
  if (!bucket) return
  bucket.orders++
  bucket.units += units
}
