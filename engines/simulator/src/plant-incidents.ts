import { assert, type Rng } from '@zhanggui/kernel'
import type { DayMood } from './calendar/day-mood.ts'
import type { Catalogue, Item } from './catalogue/build-catalogue.ts'
import type { SupplierStop } from './stock/stock-room.ts'

export type LossPoint = { device: 'wap'; from: number; to: number; payRate: number }
export type QualityFault = {
  item: Item
  from: number
  to: number
  phrase: string
  extraRefundRate: number
  complaintShare: number
}
export type BoughtOrderPlan = { item: Item; days: number[]; ring: number; ordersPerDay: number }
export type Incidents = {
  lossPoint: LossPoint
  qualityFault: QualityFault
  supplierStops: SupplierStop[]
  boughtOrders: BoughtOrderPlan
}

/** Bottles with a pump, which can leak. */
const PUMP_LISTINGS = ['卸妆油', '玻尿酸保湿爽肤水', '身体乳', '积雪草舒缓乳液', '氨基酸洁面乳', '香氛沐浴露']
const BOUGHT_LISTING = '男士控油护肤套装'
const RING_SIZE = 30

const at = (moods: readonly DayMood[], daysBeforeEnd: number): number => Math.max(0, moods.length - 1 - daysBeforeEnd)

/** The last calendar month that ended at least a month before the market does; a shorter market's first days. */
function lossMonth(moods: readonly DayMood[]): { from: number; to: number } {
  const month = (index: number): string => moods[index]?.day.slice(0, 7) ?? ''
  const chosen = month(at(moods, 62))
  const inMonth = moods.filter((m) => m.day.startsWith(chosen))
  return { from: inMonth[0]?.index ?? 0, to: inMonth.at(-1)?.index ?? 0 }
}

/** Best sellers whose supplier stops three weeks before a campaign's burst: they run out while it is hot. */
function planSupplierStops(catalogue: Catalogue, moods: readonly DayMood[], rng: Rng): SupplierStop[] {
  const peaks = moods.filter((m) => m.phase === 'burst' && m.traffic >= 3.9)
  return peaks.flatMap((peak) => {
    const category = rng.pick(catalogue.categories)
    return bestSelling(category.items).skus.map((sku) => ({
      sku: sku.index,
      from: peak.index - 38,
      to: peak.index + 6,
    }))
  })
}

function listingNamed(catalogue: Catalogue, name: string): Item {
  const item = catalogue.items.find((i) => i.name === name)
  assert(item, `the catalogue holds ${name}`)
  return item
}

const bestSelling = (items: readonly Item[]): Item => items.reduce((a, b) => (b.popularity > a.popularity ? b : a))

/** What goes wrong in this market, and when. */
export function plantIncidents(
  catalogue: Catalogue,
  moods: readonly DayMood[],
  seedRng: Rng,
  scale: number,
): Incidents {
  const rng = seedRng.fork('incidents')
  return {
    lossPoint: { device: 'wap', ...lossMonth(moods), payRate: 0.36 },
    qualityFault: {
      item: bestSelling(PUMP_LISTINGS.map((name) => listingNamed(catalogue, name))),
      from: at(moods, 170),
      to: at(moods, 110),
      phrase: '泵头漏液，收到时袋子里都是',
      extraRefundRate: 0.22,
      complaintShare: 0.55,
    },
    supplierStops: planSupplierStops(catalogue, moods, rng),
    boughtOrders: {
      item: listingNamed(catalogue, BOUGHT_LISTING),
      days: [250, 249, 247, 246, 244, 243].map((before) => at(moods, before)),
      ring: Math.max(3, Math.round(RING_SIZE * Math.min(1, scale))),
      ordersPerDay: Math.max(1, Math.round(16 * Math.min(1, scale))),
    },
  }
}
