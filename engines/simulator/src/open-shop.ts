import { daysBetween, type Rng } from '@zhanggui/kernel'
import { dayMoods } from './calendar/day-mood.ts'
import { buildCatalogue, type Catalogue, type Item } from './catalogue/build-catalogue.ts'
import { type PriceTest, planPriceTests, pricePaths } from './catalogue/price-path.ts'
import type { ResolvedOptions } from './market-options.ts'
import { PersonPool } from './people/person-pool.ts'
import { type Incidents, plantIncidents } from './plant-incidents.ts'
import { createNumbering, type Shop } from './shop.ts'
import { StockRoom } from './stock/stock-room.ts'
import { OrderDesk } from './trade/order-desk.ts'
import { AdDesk } from './traffic/ad-desk.ts'
import { buildAdPlans } from './traffic/ad-plans.ts'

const FIRST_PACE_ORDERS_PER_DAY = 48
/** Customers won before the market's first day, at scale 1, and what they had spent. */
const EARLIER_CUSTOMERS = 4_000
const EARLIER_SPENT_CENTS = 32_000

/** Units a day that each SKU is expected to sell at the start. */
function firstPace(catalogue: Catalogue, scale: number): number[] {
  const pace = catalogue.skus.map(() => 0)
  for (const category of catalogue.categories) {
    const wish = category.items.map((i) => i.popularity * i.appeal)
    const total = wish.reduce((a, b) => a + b, 0)
    for (const [i, item] of category.items.entries()) {
      const daily = FIRST_PACE_ORDERS_PER_DAY * scale * category.interest * ((wish[i] ?? 0) / total)
      for (const sku of item.skus) pace[sku.index] = (daily * 1.3) / item.skus.length
    }
  }
  return pace
}

function refundRateOf(catalogue: Catalogue, { qualityFault: fault }: Incidents) {
  return (item: Item, paidIndex: number): number => {
    const usual = catalogue.categories[item.category]?.refundRate ?? 0
    const faulty = item === fault.item && fault.from <= paidIndex && paidIndex <= fault.to
    return usual + (faulty ? fault.extraRefundRate : 0)
  }
}

/** Customers of earlier years, so that the shop does not begin without members. */
function welcomeEarlierCustomers(people: PersonPool, scale: number, seedRng: Rng): void {
  const rng = seedRng.fork('earlier-customers')
  for (let i = 0; i < EARLIER_CUSTOMERS * scale; i++) {
    const person = people.arrive(rng)
    if (rng.next() < 0.6) people.join(person)
    people.bought(person, {
      paidCents: Math.round(EARLIER_SPENT_CENTS * Math.exp(0.9 * rng.normal())),
      leaves: false,
    })
  }
}

/** Builds the shop as it stands on the morning of the first day. */
export function openShop(
  seedRng: Rng,
  { from, until, scale }: ResolvedOptions,
): { shop: Shop; priceTests: PriceTest[] } {
  const moods = dayMoods(from, until)
  const days = moods.map((m) => m.day)
  const catalogue = buildCatalogue(seedRng, from)
  const incidents = plantIncidents(catalogue, moods, seedRng, scale)
  const priceTests = catalogue.items.flatMap((item) => planPriceTests(item, days.length, seedRng))
  const paths = pricePaths(priceTests, catalogue.items.length, moods)
  const adPlans = buildAdPlans(seedRng, scale)
  const people = new PersonPool(scale)
  welcomeEarlierCustomers(people, scale, seedRng)
  const feedback = createNumbering(0x66656564)
  const shop: Shop = {
    scale,
    moods,
    days,
    dayIndex: (day) => daysBetween(from, day),
    catalogue,
    priceFactor: (item, index) => paths[item.index]?.[index] ?? 1,
    people,
    adPlans,
    ads: new AdDesk(adPlans, catalogue, seedRng),
    stock: new StockRoom(catalogue, incidents.supplierStops, firstPace(catalogue, scale)),
    orders: new OrderDesk(catalogue, days, refundRateOf(catalogue, incidents)),
    incidents,
    agenda: { events: days.map(() => []), feedback: days.map(() => []) },
    nextEventKey: createNumbering(0x65766e74),
    nextSession: createNumbering(0x73657373),
    nextFeedbackId: () => String(feedback()),
    bought: { buyers: new Set(), orderIds: [], reviewIds: [] },
  }
  return { shop, priceTests }
}
