import { addDays, allocate, assert, type BusinessDay, cents, createRng, type Rng } from '@zhanggui/kernel'
import type { DayMood } from './calendar/day-mood.ts'
import type { Item } from './catalogue/build-catalogue.ts'
import { categoryPull } from './category-pull.ts'
import { openShop } from './open-shop.ts'
import type { EventRow, OrderLineRow } from './rows.ts'
import { createSampler } from './sampler.ts'
import type { OpenDay, Shop } from './shop.ts'
import { walkThrough } from './trade/visit.ts'
import { refusesAnalysis, type Visit, VisitLog } from './trade/visit-log.ts'
import type { Channel } from './traffic/channels.ts'
import { dayVisits } from './traffic/day-visits.ts'
import { arrivalTime } from './traffic/hours.ts'
import type { Weather } from './weather.ts'

/** A channel that stands ready and brings visits only while it is open. `visitsPerDay` is for the whole day, as it would go. */
export type StandbyChannel = { name: string; visitsPerDay: number; orderRate: number }

export type LiveDayOptions = { day: BusinessDay; scale: number; standby?: readonly StandbyChannel[] }

/** A visit that will come by, unless something keeps it away. `standby`: only while its channel is open. */
export type LiveVisit = { index: number; minute: number; channel: string; standby: boolean }

export type LiveGood = {
  itemId: string
  title: string
  category: string
  brand: string
  /** Cheapest variant as it is asked today, and what it costs the shop. */
  priceCents: number
  costCents: number
  onHand: number
}

/** What one visit left behind. */
export type WalkedVisit = { orders: readonly OrderLineRow[]; events: readonly EventRow[] }

/** One open day that is walked visit by visit, so that what happens in it can be answered in it. */
export type LiveDay = {
  day: BusinessDay
  /** UTC milliseconds of its midnight. */
  startMs: number
  visits: readonly LiveVisit[]
  /** The listings as they stand now, the best sellers of each category first. */
  goods(): LiveGood[]
  stockOf(itemId: string): number
  /** Takes a share of each variant's stock off the shelf. Shape: units that went. */
  takeStock(itemId: string, share: number): number
  /** Puts units on the shelf, spread over the variants. */
  addStock(itemId: string, units: number): void
  walk(visit: LiveVisit, weather: Weather): WalkedVisit
}

/** So far back the shop is opened that what is planted for other months lies outside the day. */
const OPENED_BEFORE_DAYS = 90

function standbyVisits(shop: Shop, mood: DayMood, standby: StandbyChannel, rng: Rng): Visit[] {
  const { name, visitsPerDay, orderRate } = standby
  const channel: Channel = { name, kind: 'free', visitsPerDay, orderRate, extraViews: 0.4, pull: 1, affiliateBp: 0 }
  return Array.from({ length: rng.poisson(visitsPerDay) }, () => ({
    person: shop.people.arrive(rng),
    channel,
    startMs: arrivalTime(mood, rng),
    ad: null,
    category: null,
  }))
}

const onHandOf = (shop: Shop, item: Item): number => item.skus.reduce((sum, sku) => sum + shop.stock.onHandOf(sku), 0)

function goodOf(shop: Shop, mood: DayMood, item: Item): LiveGood {
  const category = shop.catalogue.categories[item.category]
  const cheapest = item.skus.reduce((a, b) => (b.priceCents < a.priceCents ? b : a))
  return {
    itemId: item.itemId,
    title: item.title,
    category: category?.name ?? '',
    brand: category?.brand ?? '',
    priceCents: Math.round((cheapest.priceCents * shop.priceFactor(item, mood.index)) / 10) * 10,
    costCents: cheapest.costCents,
    onHand: onHandOf(shop, item),
  }
}

/** One visit's own stream and rows: what happens to one visit never moves the draws of another. */
function walkVisit(shop: Shop, today: OpenDay, visit: Visit, rng: Rng, weather: Weather): WalkedVisit {
  const own: OpenDay = { ...today, rng, events: [], weather }
  const log = new VisitLog(shop, own, visit, { anonymous: refusesAnalysis(own, visit) })
  return { orders: walkThrough(log), events: own.events }
}

function openToday(shop: Shop, day: BusinessDay, rng: Rng): OpenDay {
  const mood = shop.moods.at(-1)
  assert(mood?.day === day, 'the shop was opened up to the day')
  const pickCategory = createSampler(shop.catalogue.categories.map((category) => categoryPull(category, mood)))
  return { mood, rng: rng.fork(`day/${day}`), pickCategory, events: [] }
}

/**
 * Opens one day of a seeded shop for a drill. Who comes by, when and with what luck depends on the seed alone, so that two
 * runs of the same day differ only where something was done to it.
 * Errors: throws on a scale out of range.
 * @example openLiveDay('drill', { day: parseDay('2026-11-11'), scale: 4 }).visits.length
 */
export function openLiveDay(seed: string, { day, scale, standby = [] }: LiveDayOptions): LiveDay {
  const rng = createRng(`live/${seed}`)
  const { shop } = openShop(rng, { from: addDays(day, -OPENED_BEFORE_DAYS), until: day, scale })
  const today = openToday(shop, day, rng)
  const usual = dayVisits(shop, today).map((visit) => ({ visit, standby: false }))
  const extra = standby.flatMap((channel) =>
    standbyVisits(shop, today.mood, channel, rng.fork(`standby/${channel.name}`)).map((visit) => ({
      visit,
      standby: true,
    })),
  )
  const all = [...usual, ...extra].sort((a, b) => a.visit.startMs - b.visit.startMs)
  const items = new Map(shop.catalogue.items.map((item) => [item.itemId, item]))
  const itemOf = (itemId: string): Item => {
    const item = items.get(itemId)
    assert(item, `the shop has the listing ${itemId}`)
    return item
  }
  return {
    day,
    startMs: today.mood.startMs,
    visits: all.map(({ visit, standby: waits }, index) => ({
      index,
      minute: Math.floor(visit.startMs / 60_000),
      channel: visit.channel.name,
      standby: waits,
    })),
    goods: () =>
      shop.catalogue.categories.flatMap((category) =>
        category.items
          .toSorted((a, b) => b.popularity * b.appeal - a.popularity * a.appeal)
          .map((item) => goodOf(shop, today.mood, item)),
      ),
    stockOf: (itemId) => onHandOf(shop, itemOf(itemId)),
    takeStock: (itemId, share) =>
      itemOf(itemId).skus.reduce((taken, sku) => {
        return taken - shop.stock.adjust(sku, -Math.round(shop.stock.onHandOf(sku) * share))
      }, 0),
    addStock: (itemId, units) => {
      const { skus } = itemOf(itemId)
      const parts = allocate(
        cents(units),
        skus.map(() => 1),
      )
      for (const [i, sku] of skus.entries()) shop.stock.adjust(sku, parts[i] ?? 0)
    },
    walk: ({ index }, weather) => {
      const planned = all[index]
      assert(planned, 'the visit is one of the day')
      return walkVisit(shop, today, planned.visit, rng.fork(`visit/${index}`), weather)
    },
  }
}
