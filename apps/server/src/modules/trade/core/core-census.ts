import type { CoreFigures, ExpiryBucket } from '@zhanggui/contract'
import { type Admission, deadlineOfRow, orderRowsUsed, readItem, stateOfRow, unitsOfRow } from '@zhanggui/orders'

/** Bounds of what the page shows of the expiry wheel, seconds from now. */
export const EXPIRY_BOUNDS = [60, 300, 600, 900, 1800, 3600, 86_400] as const

/**
 * Rows looked at in one step, of some twenty nanoseconds each: a count must not keep decisions waiting, least of all when many come.
 * A step every ten milliseconds falls into every twentieth batch of 256, so what it takes is seen in their p99.
 */
const ROWS_A_STEP = { idle: 8192, busy: 512 } as const

export type Census = Pick<CoreFigures, 'items' | 'stock' | 'orders' | 'expiring'>

const emptyCensus = (core: Admission): Census => ({
  items: 0,
  stock: { free: 0, held: 0, locked: 0, sold: 0 },
  orders: { held: 0, locked: 0, sold: 0, closed: 0, capacity: core.options.orders },
  expiring: EXPIRY_BOUNDS.map((withinSeconds) => ({ withinSeconds, orders: 0, units: 0 })),
})

/**
 * Counts stock and orders of a core by walking its rows a step at a time between decisions. `latest` is the last walk that
 * came to its end: of this moment with a few thousand orders, one or two seconds old with a million, twenty while the core is busy.
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
  step(pace: keyof typeof ROWS_A_STEP): boolean {
    const { items } = this.core.options
    const end = items + orderRowsUsed(this.core)
    const until = Math.min(end, this.row + ROWS_A_STEP[pace])
    for (; this.row < until; this.row++) {
      if (this.row < items) this.countItem(this.row)
      else this.countOrder(this.row - items)
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

  private countOrder(row: number): void {
    const state = stateOfRow(this.core, row)
    const { orders, expiring } = this.under
    switch (state) {
      case 'none':
        return
      case 'sold':
        orders.sold++
        return
      case 'held':
      case 'locked': {
        orders[state]++
        const left = (deadlineOfRow(this.core, row) - (this.core.clock[0] as number)) / 1000
        addTo(expiring, left, unitsOfRow(this.core, row))
        return
      }
      default:
        orders.closed++
    }
  }
}

function addTo(buckets: ExpiryBucket[], secondsLeft: number, units: number): void {
  const bucket = buckets.find(({ withinSeconds }) => secondsLeft <= withinSeconds)
  if (!bucket) return
  bucket.orders++
  bucket.units += units
}
