import { getFactTable, type TableName } from '@zhanggui/facts'
import { addDays, type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  createMarket,
  type EventRow,
  type ItemRow,
  LOADING_COLUMNS,
  type MarketDay,
  type OrderLineRow,
  type StockRow,
} from '../src/index.ts'

/** Violations of a rule, a few of them spelt out, so that a failure tells what broke. */
class Breaches {
  readonly found: string[] = []
  check(holds: boolean, text: () => string): void {
    if (!holds && this.found.length < 5) this.found.push(text())
  }
}

const UNTIL = parseDay('2025-12-31')
let items: ItemRow[]
let days: MarketDay[]
let lines: OrderLineRow[]
let events: EventRow[]
let stock: StockRow[]
beforeAll(() => {
  const market = createMarket('integrity', { scale: 0.25, from: parseDay('2025-01-01'), until: UNTIL })
  items = market.items
  days = [...market.days()]
  lines = days.flatMap((d) => d.rows.order_lines)
  events = days.flatMap((d) => d.rows.events)
  stock = days.flatMap((d) => d.rows.stock_daily)
}, 120_000)

describe('every row keeps the rules', () => {
  test('rows carry exactly the columns of the fact tables, without those of the loading', () => {
    const last = days.at(-1)?.rows
    const samples: Record<string, readonly object[]> = { ...last, items }
    for (const [name, rows] of Object.entries(samples)) {
      const table = getFactTable(name as TableName)
      const declared = table.columns.map((c) => c.name).filter((name) => !LOADING_COLUMNS.has(name))
      expect(Object.keys(rows[0] ?? {}).toSorted(), table.name).toEqual(declared.toSorted())
    }
  })

  test('paid ≤ GMV, refund ≤ paid, nothing negative, discounts explain the list price', () => {
    const list = new Map(items.map((i) => [i.sku_id, i.list_cents]))
    const b = new Breaches()
    for (const l of lines) {
      const paid = l.paid_cents ?? 0
      b.check(paid <= l.gmv_cents, () => `${l.line_id} paid ${paid} of ${l.gmv_cents}`)
      b.check(l.refund_cents <= paid, () => `${l.line_id} refunds ${l.refund_cents} of ${paid}`)
      const amounts = [l.gmv_cents, l.refund_cents, l.discount_cents, l.cost_cents, l.commission_cents, l.freight_cents]
      b.check(
        amounts.every((a) => Number.isSafeInteger(a) && a >= 0),
        () => `${l.line_id} ${amounts}`,
      )
      const listed = (list.get(l.sku_id) ?? 0) * l.quantity
      b.check(
        l.gmv_cents - l.postage_cents + l.discount_cents === listed,
        () => `${l.line_id} is not listed at ${listed}`,
      )
    }
    expect(b.found).toEqual([])
  })

  test('each amount has its day: paid with paid_day, refund with refunded_day, none after the last day', () => {
    const b = new Breaches()
    for (const l of lines) {
      b.check((l.paid_cents === null) === (l.paid_day === null), () => `${l.line_id} paid without a day`)
      b.check((l.paid_at === null) === (l.paid_day === null), () => `${l.line_id} paid without an instant`)
      b.check(l.refund_cents > 0 === (l.refunded_day !== null), () => `${l.line_id} refund without a day`)
      b.check((l.paid_day ?? UNTIL) <= UNTIL && (l.refunded_day ?? UNTIL) <= UNTIL, () => `${l.line_id} after the end`)
      b.check(
        (l.refunded_day ?? UNTIL) >= (l.paid_day ?? l.created_day),
        () => `${l.line_id} refunded before it was paid`,
      )
      b.check((l.paid_at ?? Infinity) > l.created_at, () => `${l.line_id} paid before it was placed`)
      b.check(businessDayOf(new Date(l.created_at)) === l.created_day, () => `${l.line_id} on another day`)
      b.check(
        l.paid_at === null || businessDayOf(new Date(l.paid_at)) === l.paid_day,
        () => `${l.line_id} paid on another day`,
      )
      b.check(l.status !== 'unpaid' || l.paid_cents === null, () => `${l.line_id} unpaid yet paid`)
    }
    expect(b.found).toEqual([])
  })

  test('order numbers have 19 digits, line numbers are unique, every listing and SKU sold exists', () => {
    const skus = new Map(items.map((i) => [i.sku_id, i.item_id]))
    const b = new Breaches()
    for (const l of lines) {
      b.check(/^\d{19}$/.test(l.order_id) && /^\d{19}$/.test(l.line_id), () => l.order_id)
      b.check(skus.get(l.sku_id) === l.item_id, () => `${l.sku_id} is no SKU of ${l.item_id}`)
    }
    expect(b.found).toEqual([])
    expect(new Set(lines.map((l) => l.line_id)).size).toBe(lines.length)
  })

  test('a visit looks before it orders and orders before it pays; every event has a key of its own', () => {
    const b = new Breaches()
    for (const own of Map.groupBy(
      events.filter((e) => e.session !== 0),
      (e) => e.session,
    ).values()) {
      const first = (type: string): number => own.find((e) => e.type === type)?.at ?? Infinity
      const has = (type: string): boolean => own.some((e) => e.type === type)
      if (has('cart') && has('order'))
        b.check(first('cart') < first('order'), () => `session ${own[0]?.session} cart late`)
      if (has('order')) b.check(first('view') < first('order'), () => `session ${own[0]?.session} orders unseen`)
      if (has('pay'))
        b.check(first('order') < first('pay') || !has('order'), () => `session ${own[0]?.session} pays first`)
    }
    for (const e of events) b.check(businessDayOf(new Date(e.at)) === e.day, () => `event ${e.row_key} on another day`)
    expect(b.found).toEqual([])
    expect(new Set(events.map((e) => e.row_key)).size).toBe(events.length)
  })

  test('events and orders tell the same story: orders and payments agree by day, person and amount', () => {
    const key = (day: string | null, person: number, amount: number): string => `${day} ${person} ${amount}`
    const ofType = (type: string): string[] =>
      events
        .filter((e) => e.type === type)
        .map((e) => key(e.day, e.visitor, e.amount_cents))
        .toSorted()
    expect(ofType('order')).toEqual(lines.map((l) => key(l.created_day, l.buyer, l.gmv_cents)).toSorted())
    const paid = lines.filter((l) => l.paid_day !== null)
    expect(ofType('pay')).toEqual(paid.map((l) => key(l.paid_day, l.buyer, l.paid_cents ?? 0)).toSorted())
  })

  test('stock adds up: on hand = yesterday + received − paid units taken, never below zero', () => {
    const taken = unitsTaken(lines)
    const b = new Breaches()
    for (const own of Map.groupBy(stock, (s) => s.sku_id).values())
      for (const [i, today] of own.entries()) {
        b.check(today.on_hand >= 0, () => `${today.sku_id} ${today.day} ${today.on_hand}`)
        const yesterday = own[i - 1]
        if (!yesterday) continue
        const expected = yesterday.on_hand + today.inbound - (taken.get(`${today.day} ${today.sku_id}`) ?? 0)
        b.check(today.on_hand === expected, () => `${today.sku_id} ${today.day}: ${today.on_hand}, not ${expected}`)
      }
    expect(b.found).toEqual([])
  })

  test('nothing is sold of a SKU that has nothing: units sold never exceed what was there and came in', () => {
    const [taken, b] = [unitsTaken(lines), new Breaches()]
    const onHand = new Map(stock.map((s) => [`${s.day} ${s.sku_id}`, s.on_hand]))
    for (const s of stock) {
      const before = onHand.get(`${addDays(s.day, -1)} ${s.sku_id}`)
      if (before === undefined) continue
      const sold = taken.get(`${s.day} ${s.sku_id}`) ?? 0
      b.check(sold <= before + s.inbound, () => `${s.sku_id} ${s.day} sold ${sold} of ${before + s.inbound}`)
    }
    expect(b.found).toEqual([])
  })

  test('the platform report equals the events: visitors, page views, paid, by day', () => {
    for (const { day, rows } of days.slice(0, 60)) {
      const report = rows.shop_daily.find((r) => r.source === '')
      const views = rows.events.filter((e) => e.type === 'view')
      expect(report?.pv, day).toBe(views.length)
      expect(report?.uv, day).toBe(new Set(views.filter((e) => e.visitor !== 0).map((e) => e.visitor)).size)
      const paid = lines.filter((l) => l.paid_day === day).reduce((s, l) => s + (l.paid_cents ?? 0), 0)
      expect(report?.paid_cents, day).toBe(paid)
      const refunded = lines.filter((l) => l.refunded_day === day).reduce((s, l) => s + l.refund_cents, 0)
      expect(report?.refunded_cents, day).toBe(refunded)
    }
  })

  test('whoever refuses analysis is counted as pages only', () => {
    const refused = events.filter((e) => e.consent === 0)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every((e) => e.visitor === 0 && e.session === 0)).toBe(true)
    expect(refused.some((e) => ['order', 'pay', 'join'].includes(e.type))).toBe(false)
  })

  test('a presale is placed on one day and paid on its balance day', () => {
    const presales = lines.filter((l) => l.presale === 1 && l.paid_day !== null)
    expect(presales.length).toBeGreaterThan(10)
    expect(new Set(presales.map((l) => l.paid_day))).toEqual(
      new Set<BusinessDay>([parseDay('2025-05-31'), parseDay('2025-10-31')]),
    )
  })
})

function unitsTaken(placed: readonly OrderLineRow[]): Map<string, number> {
  const taken = new Map<string, number>()
  for (const l of placed.filter((x) => x.paid_day !== null)) {
    const key = `${l.created_day} ${l.sku_id}`
    taken.set(key, (taken.get(key) ?? 0) + l.quantity)
  }
  return taken
}
