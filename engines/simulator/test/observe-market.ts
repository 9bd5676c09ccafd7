import type { BusinessDay } from '@zhanggui/kernel'
import {
  type AdRow,
  createMarket,
  type EventRow,
  type FeedbackRow,
  type MarketTruth,
  type OrderLineRow,
  type ShopDayRow,
} from '../src/index.ts'

/** How many visits of a kind there were, and how many of them placed an order. */
export type VisitCell = {
  channel: string
  device: string
  itemId: string
  priceFactor: number
  visits: number
  orders: number
}

/** What an outsider could note of a market: its orders, reports and feedback, and counts of visits. */
export type Observed = {
  days: BusinessDay[]
  lines: OrderLineRow[]
  ads: AdRow[]
  shop: ShopDayRow[]
  feedback: FeedbackRow[]
  /** Visits of ordinary days by what they came for. */
  visits: VisitCell[]
  /** Orders and paid orders by month and device, from events. */
  payments: Map<string, { orders: number; pays: number }>
  /** Distinct visitors who viewed and buyers who paid, by month. */
  people: Map<string, { visitors: Set<number>; buyers: Set<number> }>
  /** People who joined the members. */
  members: number
  truth: MarketTruth
}

/** The price factor of a listing on a day, from the truth's record of price tests. */
function priceFactorIn(truth: MarketTruth): (itemId: string, day: string) => number {
  const tests = Map.groupBy(truth.priceTests, (t) => t.itemId)
  return (itemId, day) => tests.get(itemId)?.find((t) => t.fromDay <= day && day <= t.toDay)?.factor ?? 1
}

/** Days that no campaign and no lull touches. */
export function ordinaryDays(truth: MarketTruth): (day: string) => boolean {
  return (day) => !truth.campaigns.some((c) => c.fromDay <= day && day <= c.toDay)
}

type VisitNote = { channel: string; device: string; focus: string; ordered: boolean }

function noteVisits(events: readonly EventRow[]): VisitNote[] {
  const bySession = new Map<number, VisitNote>()
  for (const e of events) {
    if (e.session === 0 || e.type === 'pay') continue
    let note = bySession.get(e.session)
    if (!note) {
      note = { channel: e.channel, device: e.device, focus: '', ordered: false }
      bySession.set(e.session, note)
    }
    if (e.type === 'view' && note.focus === '') note.focus = e.item_id
    if (e.type === 'order') note.ordered = true
  }
  return [...bySession.values()]
}

/** Runs a whole market once. */
export function observeMarket(seed: string, scale: number): Observed {
  const market = createMarket(seed, { scale })
  const truth = market.truth()
  const [isOrdinary, factorOf] = [ordinaryDays(truth), priceFactorIn(truth)]
  const cells = new Map<string, VisitCell>()
  const seen: Omit<Observed, 'truth' | 'visits'> = {
    days: [],
    lines: [],
    ads: [],
    shop: [],
    feedback: [],
    payments: new Map(),
    members: 0,
    people: new Map(),
  }
  for (const { day, rows } of market.days()) {
    seen.days.push(day)
    seen.lines.push(...rows.order_lines)
    seen.ads.push(...rows.ad_daily)
    seen.shop.push(...rows.shop_daily)
    seen.feedback.push(...rows.feedback)
    notePayments(seen.payments, rows.events)
    notePeople(seen.people, rows.events)
    seen.members += rows.events.filter((e) => e.type === 'join').length
    if (!isOrdinary(day)) continue
    for (const { channel, device, focus, ordered } of noteVisits(rows.events)) {
      const priceFactor = factorOf(focus, day)
      const key = `${channel} ${device} ${focus} ${priceFactor}`
      const cell = cells.get(key) ?? { channel, device, itemId: focus, priceFactor, visits: 0, orders: 0 }
      cells.set(key, cell)
      cell.visits += 1
      cell.orders += ordered ? 1 : 0
    }
  }
  return { ...seen, visits: [...cells.values()], truth: market.truth() }
}

function notePeople(people: Observed['people'], events: readonly EventRow[]): void {
  for (const e of events) {
    if (e.visitor === 0 || (e.type !== 'view' && e.type !== 'pay')) continue
    const month = people.get(e.day.slice(0, 7)) ?? { visitors: new Set(), buyers: new Set() }
    people.set(e.day.slice(0, 7), month)
    month[e.type === 'view' ? 'visitors' : 'buyers'].add(e.visitor)
  }
}

function notePayments(payments: Observed['payments'], events: readonly EventRow[]): void {
  for (const e of events) {
    if (e.type !== 'order' && e.type !== 'pay') continue
    const key = `${e.day.slice(0, 7)} ${e.device}`
    const count = payments.get(key) ?? { orders: 0, pays: 0 }
    payments.set(key, count)
    count[e.type === 'order' ? 'orders' : 'pays'] += 1
  }
}

export const sum = (values: Iterable<number>): number => {
  let total = 0
  for (const v of values) total += v
  return total
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
