import type { Item } from '../catalogue/build-catalogue.ts'
import { TIERS } from '../people/tiers.ts'
import type { OrderLineRow } from '../rows.ts'
import type { OpenDay, Shop } from '../shop.ts'
import { checkOut, join } from './check-out.ts'
import { fillBasket } from './fill-basket.ts'
import type { VisitLog } from './visit-log.ts'

/** Shares of visits that do something short of ordering. */
const CART_RATE = 0.055
const FAVOURITE_RATE = 0.024
const FOLLOW_RATE = 0.006
const SHARE_RATE = 0.004
const JOIN_RATE = 0.012
const HOME_FIRST_RATE = 0.22
const SAME_CATEGORY_RATE = 0.65
const MAX_EXTRA_VIEWS = 5
const MAX_DWELL_MS = 90_000
/** No draw is certain, however hot the day. */
const HIGHEST_ORDER_CHANCE = 0.85

const SEARCHING: ReadonlySet<string> = new Set(['搜索', '直通车'])

/** One visit from entrance to exit. Returns the order lines it placed, most often none. */
export function walkThrough(log: VisitLog): OrderLineRow[] {
  const { shop, today, visit } = log
  const focus = shownItem(shop, today, chooseItem(shop, today, visit.category))
  const seen = look(log, focus)
  if (!log.anonymous && today.rng.next() < orderChance(log, focus)) {
    const basket = fillBasket(shop, today, focus, seen)
    if (basket.length > 0) {
      return checkOut(log, basket)
    }
  }
  leaveTraces(log, focus)
  return []
}

function chooseItem(shop: Shop, today: OpenDay, category: number | null): Item {
  const chosen = shop.catalogue.categories[category ?? today.pickCategory(today.rng)]
  const item = chosen?.items[chosen.pickItem(today.rng)]
  if (!item) throw new Error('every category has listings')
  return item
}

/** A place on a page may show another listing than the one that people come for. */
function shownItem(shop: Shop, today: OpenDay, wanted: Item): Item {
  const shown = today.weather?.shows(wanted.itemId) ?? wanted.itemId
  return shown === wanted.itemId ? wanted : (shop.catalogue.items.find((item) => item.itemId === shown) ?? wanted)
}

/** Views: sometimes the home page, the listing they came for, and some more. */
function look(log: VisitLog, focus: Item): Item[] {
  const { shop, today, visit } = log
  const { channel } = visit
  if (SEARCHING.has(channel.name)) log.emit('search', 'search', null, { query: searchWords(log, focus) })
  else if (channel.name === '直播') view(log, 'live', null)
  else if (today.rng.next() < HOME_FIRST_RATE) view(log, 'home', null)
  view(log, 'detail', focus)
  const seen: Item[] = []
  const goOn = channel.extraViews / (1 + channel.extraViews)
  while (seen.length < MAX_EXTRA_VIEWS && today.rng.next() < goOn) {
    const item = chooseItem(shop, today, today.rng.next() < SAME_CATEGORY_RATE ? focus.category : null)
    view(log, 'detail', item)
    seen.push(item)
  }
  return seen
}

export function view(log: VisitLog, page: string, item: Item | null, medianMs = 14_000): void {
  const dwell = Math.min(MAX_DWELL_MS, Math.round(medianMs * Math.exp(0.7 * log.today.rng.normal())))
  log.emit('view', page, item, { dwell })
  log.at += dwell
}

export function searchWords(log: VisitLog, item: Item): string {
  const draw = log.today.rng.next()
  if (draw < 0.12) return `岚禾${item.name}`
  if (draw < 0.3) return `${item.name} ${item.title.split(' ')[2] ?? ''}`
  return item.name
}

/**
 * Chance that a visit orders the listing it came for: rate of the channel (of the tier, for customers who come back by
 * themselves) × device × appeal of the listing × urgency of the day × (price ÷ usual price) ^ −elasticity.
 */
function orderChance(log: VisitLog, focus: Item): number {
  const { shop, today, visit } = log
  const { channel, person } = visit
  const base = channel.kind === 'own' ? (TIERS[person.tier]?.orderRate ?? 0) : channel.orderRate
  const asked = shop.priceFactor(focus, today.mood.index) * (today.weather?.priceFactor(focus.itemId) ?? 1)
  const price = asked ** -focus.priceElasticity
  const usual = base * log.device.orderFactor * focus.appeal * today.mood.urgency * price
  return Math.min(HIGHEST_ORDER_CHANCE, usual * (today.weather?.orderFactor(visit.channel.name, focus.itemId) ?? 1))
}

/** Cart, favourite, follow, share, join: what a visit leaves that does not order. */
function leaveTraces(log: VisitLog, focus: Item): void {
  const { shop, today, visit } = log
  const { rng, mood } = today
  if (rng.next() < CART_RATE * mood.cartPull * Math.sqrt(focus.appeal)) {
    log.emit('cart', 'detail', focus, { quantity: 1 })
    if (visit.ad) shop.ads.unitDay(visit.ad).cartAdds += 1
  }
  if (rng.next() < FAVOURITE_RATE) {
    log.emit('favourite', 'detail', focus)
    if (visit.ad) shop.ads.unitDay(visit.ad).favourites += 1
  }
  const draw = rng.next()
  if (draw < FOLLOW_RATE) log.emit('follow', 'shop', null)
  else if (draw < FOLLOW_RATE + SHARE_RATE) log.emit('share', 'detail', focus)
  else if (draw < FOLLOW_RATE + SHARE_RATE + JOIN_RATE && visit.person.tier === 0 && !log.anonymous) join(log)
}
