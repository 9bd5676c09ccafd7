import { type BusinessDay, ratio } from '@zhanggui/kernel'
import type { EventRow, ShopDayRow } from './rows.ts'

/** Distinct people and sums of one traffic source, or of the whole shop. */
class SourceTally {
  pv = 0
  cartUnits = 0
  orderedCents = 0
  payUnits = 0
  paidCents = 0
  dwellMs = 0
  readonly visitors = new Set<number>()
  readonly favourites = new Set<number>()
  readonly carts = new Set<number>()
  readonly orders = new Set<number>()
  readonly pays = new Set<number>()
  readonly viewsBySession = new Map<number, number>()

  add(event: EventRow): void {
    if (event.type === 'view') this.addView(event)
    else if (event.visitor === 0) return
    else if (event.type === 'favourite') this.favourites.add(event.visitor)
    else if (event.type === 'cart') {
      this.carts.add(event.visitor)
      this.cartUnits += event.quantity
    } else if (event.type === 'order') {
      this.orders.add(event.visitor)
      this.orderedCents += event.amount_cents
    } else if (event.type === 'pay') {
      this.pays.add(event.visitor)
      this.payUnits += event.quantity
      this.paidCents += event.amount_cents
    }
  }

  private addView(event: EventRow): void {
    this.pv += 1
    this.dwellMs += event.dwell_ms
    if (event.visitor === 0) return
    this.visitors.add(event.visitor)
    this.viewsBySession.set(event.session, (this.viewsBySession.get(event.session) ?? 0) + 1)
  }
}

const countOnes = (counts: Iterable<number>): number => {
  let ones = 0
  for (const n of counts) if (n === 1) ones += 1
  return ones
}

/** The platform's daily report as it would follow from the events. Remembers who has paid before. */
export class ShopReporter {
  private readonly paidBefore: Set<number>

  constructor(earlierBuyers: Iterable<number>) {
    this.paidBefore = new Set(earlierBuyers)
  }

  report(day: BusinessDay, events: readonly EventRow[], refundedCents: number): ShopDayRow[] {
    const sources = new Map<string, SourceTally>([['', new SourceTally()]])
    for (const event of events) {
      let tally = sources.get(event.channel)
      if (!tally) {
        tally = new SourceTally()
        sources.set(event.channel, tally)
      }
      tally.add(event)
      sources.get('')?.add(event)
    }
    const searchUv = sources.get('搜索')?.visitors.size ?? 0
    const rows = [...sources].map(([source, tally]) =>
      this.row(day, source, tally, source === '' ? { refundedCents, searchUv } : null),
    )
    for (const buyer of sources.get('')?.pays ?? []) this.paidBefore.add(buyer)
    return rows
  }

  private row(
    day: BusinessDay,
    source: string,
    tally: SourceTally,
    shop: { refundedCents: number; searchUv: number } | null,
  ): ShopDayRow {
    const old = [...tally.pays].filter((buyer) => this.paidBefore.has(buyer)).length
    return {
      day,
      item_id: '',
      source,
      title: '',
      uv: tally.visitors.size,
      pv: tally.pv,
      favourite_buyers: tally.favourites.size,
      cart_buyers: tally.carts.size,
      cart_units: tally.cartUnits,
      order_buyers: tally.orders.size,
      ordered_cents: tally.orderedCents,
      pay_buyers: tally.pays.size,
      pay_units: tally.payUnits,
      paid_cents: tally.paidCents,
      new_pay_buyers: tally.pays.size - old,
      old_pay_buyers: old,
      refunded_cents: shop?.refundedCents ?? null,
      search_uv: shop?.searchUv ?? null,
      bounce_rate: ratio(countOnes(tally.viewsBySession.values()), tally.viewsBySession.size),
      dwell_seconds: ratio(tally.dwellMs, 1000 * tally.viewsBySession.size),
    }
  }
}
