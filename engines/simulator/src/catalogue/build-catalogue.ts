import { addDays, type BusinessDay, type Rng } from '@zhanggui/kernel'
import { createSampler, type Sampler } from '../sampler.ts'
import { CATEGORY_SPECS, type CategorySpec } from './category-specs.ts'
import type { ListingSpec } from './listing-spec.ts'

export type Sku = {
  index: number
  skuId: string
  variant: string
  /** Usual price. */
  priceCents: number
  listCents: number
  costCents: number
}

export type Item = {
  index: number
  itemId: string
  title: string
  name: string
  category: number
  /** Chance of an order against the category's mean, at the usual price. */
  appeal: number
  /** Share of its category's views. */
  popularity: number
  priceElasticity: number
  listedDay: BusinessDay
  skus: readonly Sku[]
  pickSku: Sampler
}

export type Category = CategorySpec & { index: number; items: readonly Item[]; pickItem: Sampler }

export type Catalogue = { categories: readonly Category[]; items: readonly Item[]; skus: readonly Sku[] }

/** A price a shop would ask: whole yuan ending in 9, or .9 below twenty yuan. */
function shelfPriceCents(yuan: number): number {
  if (yuan < 20) return Math.round(yuan) * 100 - 10
  return Math.max(1, Math.round(yuan / 10)) * 1000 - 100
}

function buildSkus(spec: ListingSpec, costShare: number, firstIndex: number, itemNumber: number, rng: Rng): Sku[] {
  return spec.variants.map(([variant, factor], i) => {
    const priceCents = shelfPriceCents(spec.yuan * factor)
    return {
      index: firstIndex + i,
      skuId: `5${String(itemNumber).padStart(9, '0')}${String(i + 1).padStart(3, '0')}`,
      variant,
      priceCents,
      listCents: Math.round((priceCents * (1.3 + 0.25 * rng.next())) / 1000) * 1000,
      costCents: Math.round(priceCents * costShare * (0.92 + 0.16 * rng.next())),
    }
  })
}

/** Numbers of listings: scattered, but the same in every market, so that one made anew keeps its listings. */
function itemNumbers(index: number): number {
  return 610_000_000 + index * 37_813 + ((index * 7_919) % 30_011)
}

/** 120 listings in five categories. Ids are fixed; the seed gives prices, popularity and what is true of each. */
export function buildCatalogue(seedRng: Rng, from: BusinessDay): Catalogue {
  const items: Item[] = []
  const skus: Sku[] = []
  const categories = CATEGORY_SPECS.map((spec, category): Category => {
    const own = spec.listings.map((listing) => {
      const index = items.length
      const rng = seedRng.fork(`listing/${index}`)
      const itemNumber = itemNumbers(index)
      const itemSkus = buildSkus(listing, spec.costShare, skus.length, itemNumber, rng)
      const item: Item = {
        index,
        itemId: `7${String(itemNumber).padStart(11, '0')}`,
        title: `${spec.brand} ${listing.name} ${listing.selling}`,
        name: listing.name,
        category,
        // Shared so that the mean over views stays near 1: a lognormal with variance 0.1 has mean exp(0.05).
        appeal: Math.exp(0.32 * rng.normal() - 0.05),
        popularity: Math.exp(0.8 * rng.normal()),
        priceElasticity: Math.round(100 * Math.max(0.6, spec.priceElasticity + 0.2 * rng.normal())) / 100,
        listedDay: addDays(from, -30 - rng.int(900)),
        skus: itemSkus,
        pickSku: createSampler(itemSkus.map(() => 0.4 + rng.next())),
      }
      items.push(item)
      skus.push(...itemSkus)
      return item
    })
    return { ...spec, index: category, items: own, pickItem: createSampler(own.map((i) => i.popularity)) }
  })
  return { categories, items, skus }
}
