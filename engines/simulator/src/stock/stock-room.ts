import type { Rng } from '@zhanggui/kernel'
import type { DayMood } from '../calendar/day-mood.ts'
import type { Catalogue, Sku } from '../catalogue/build-catalogue.ts'
import type { StockRow } from '../rows.ts'

/** Planted: the supplier delivers nothing of the SKU on these days (indexes, both counted). */
export type SupplierStop = { sku: number; from: number; to: number }

/** A run of days that ended with nothing on hand, and how many buyers left for it. */
export type Stockout = { sku: number; from: number; to: number; lostOrders: number }

const REVIEW_EVERY_DAYS = 7
/** A reorder covers so many days of recent sales … */
const COVER_DAYS = 40
/** … and what the coming weeks will ask for above the usual. */
const LOOK_AHEAD_DAYS = 28
const MEMORY = 27 / 28

/**
 * Stock of every SKU. On hand today = on hand yesterday + received − taken. An order takes its units when it is placed and
 * paid (付款减库存); returned goods are written off, they do not come back. Stock is received before the shop opens.
 */
export class StockRoom {
  private readonly catalogue: Catalogue
  private readonly stops: readonly SupplierStop[]
  private readonly onHand: Int32Array
  private readonly soldToday: Int32Array
  private readonly lostToday: Int32Array
  private readonly receivedToday: Int32Array
  /** Exponentially fading mean of daily units. */
  private readonly pace: Float64Array
  private readonly orders: { sku: number; units: number; due: number }[] = []
  private readonly open = new Map<number, Stockout>()
  readonly stockouts: Stockout[] = []

  constructor(catalogue: Catalogue, stops: readonly SupplierStop[], expectedPace: readonly number[]) {
    this.catalogue = catalogue
    this.stops = stops
    const n = catalogue.skus.length
    this.pace = Float64Array.from(expectedPace)
    this.onHand = Int32Array.from(expectedPace, (p) => Math.ceil(p * 60) + 6)
    this.soldToday = new Int32Array(n)
    this.lostToday = new Int32Array(n)
    this.receivedToday = new Int32Array(n)
  }

  has(sku: Sku, units: number): boolean {
    return (this.onHand[sku.index] ?? 0) >= units
  }

  take(sku: Sku, units: number): void {
    this.onHand[sku.index] = (this.onHand[sku.index] ?? 0) - units
    this.soldToday[sku.index] = (this.soldToday[sku.index] ?? 0) + units
  }

  lose(sku: Sku): void {
    this.lostToday[sku.index] = (this.lostToday[sku.index] ?? 0) + 1
  }

  onHandOf(sku: Sku): number {
    return this.onHand[sku.index] ?? 0
  }

  /** Units that a count finds missing, or that come from elsewhere. Shape: how many moved; the shelf is never below empty. */
  adjust(sku: Sku, units: number): number {
    const before = this.onHandOf(sku)
    this.onHand[sku.index] = Math.max(0, before + units)
    return this.onHandOf(sku) - before
  }

  openDay(mood: DayMood, moods: readonly DayMood[], rng: Rng): void {
    this.receivedToday.fill(0)
    this.soldToday.fill(0)
    this.lostToday.fill(0)
    this.receive(mood.index)
    if (mood.index % REVIEW_EVERY_DAYS === 0) this.reorder(mood, moods, rng)
  }

  private receive(today: number): void {
    for (let i = this.orders.length - 1; i >= 0; i--) {
      const order = this.orders[i]
      if (!order || order.due > today || this.isStopped(order.sku, today)) continue
      this.onHand[order.sku] = (this.onHand[order.sku] ?? 0) + order.units
      this.receivedToday[order.sku] = (this.receivedToday[order.sku] ?? 0) + order.units
      this.orders.splice(i, 1)
    }
  }

  private isStopped(sku: number, today: number): boolean {
    return this.stops.some((s) => s.sku === sku && s.from <= today && today <= s.to)
  }

  private reorder(mood: DayMood, moods: readonly DayMood[], rng: Rng): void {
    const ahead = moods.slice(mood.index, mood.index + LOOK_AHEAD_DAYS)
    const lift = ahead.reduce((sum, m) => sum + m.traffic * m.urgency, 0) / Math.max(1, ahead.length)
    const usual = Math.max(0.5, mood.traffic * mood.urgency)
    const onOrder = new Int32Array(this.onHand.length)
    for (const order of this.orders) onOrder[order.sku] = (onOrder[order.sku] ?? 0) + order.units
    for (const sku of this.catalogue.skus) {
      const pace = this.pace[sku.index] ?? 0
      const target = Math.ceil((pace / usual) * Math.max(1, lift) * COVER_DAYS) + 4
      const missing = target - (this.onHand[sku.index] ?? 0) - (onOrder[sku.index] ?? 0)
      if (missing > target / 4) this.orders.push({ sku: sku.index, units: missing, due: mood.index + 4 + rng.int(8) })
    }
  }

  closeDay(mood: DayMood): StockRow[] {
    return this.catalogue.items.flatMap((item) =>
      item.skus.map((sku): StockRow => {
        const i = sku.index
        this.pace[i] = (this.pace[i] ?? 0) * MEMORY + (this.soldToday[i] ?? 0) * (1 - MEMORY)
        this.noteStockout(i, mood.index)
        return {
          day: mood.day,
          sku_id: sku.skuId,
          item_id: item.itemId,
          category: this.catalogue.categories[item.category]?.name ?? '',
          on_hand: this.onHand[i] ?? 0,
          inbound: this.receivedToday[i] ?? 0,
          on_sale: 1,
          cost_cents: sku.costCents,
        }
      }),
    )
  }

  private noteStockout(sku: number, today: number): void {
    if ((this.onHand[sku] ?? 0) > 0) {
      this.open.delete(sku)
      return
    }
    let stockout = this.open.get(sku)
    if (!stockout) {
      stockout = { sku, from: today, to: today, lostOrders: 0 }
      this.open.set(sku, stockout)
      this.stockouts.push(stockout)
    }
    stockout.to = today
    stockout.lostOrders += this.lostToday[sku] ?? 0
  }
}
