/** Bounds that an entry to an event must keep. Money by share of the reference price, time in hours, both ends included. */
export type EventBounds = {
  /** Event price as a share of the reference price, at most. */
  priceShareBp: number
  goods: { min: number; max: number }
  /** Units held for the event, of each SKU. */
  stockMin: number
  hours: { min: number; max: number }
  unitsPerBuyerMax: number
  /** Share of the price that coins may pay; absent where the event takes none. */
  coinShareBp?: { min: number; max: number }
}

/** A channel event as a pack of rules: which offer prices its goods, what those goods take no part in, and what an entry must keep. */
export type EventPack = {
  event: string
  zh: string
  en: string
  blocks: readonly string[]
  bounds: EventBounds
}

const LIMITED = ['shopCoupon', 'platformCoupon'] as const

/**
 * The channel events of Taobao and Tmall. Their bounds change from season to season and the platform's own pages were not to be
 * had, so these are starting values of this project (2026-11), to be set to the terms of the event at hand.
 */
export const EVENT_PACKS: readonly EventPack[] = [
  {
    event: 'juhuasuan',
    zh: '聚划算',
    en: 'Juhuasuan group sale',
    blocks: [],
    bounds: {
      priceShareBp: 9000,
      goods: { min: 1, max: 20 },
      stockMin: 100,
      hours: { min: 24, max: 168 },
      unitsPerBuyerMax: 5,
    },
  },
  {
    event: 'brandGroup',
    zh: '聚划算品牌团',
    en: 'Juhuasuan brand sale',
    blocks: [],
    bounds: {
      priceShareBp: 9000,
      goods: { min: 10, max: 200 },
      stockMin: 50,
      hours: { min: 48, max: 168 },
      unitsPerBuyerMax: 5,
    },
  },
  {
    event: 'taoqianggou',
    zh: '淘抢购',
    en: 'Taoqianggou flash sale',
    blocks: LIMITED,
    bounds: {
      priceShareBp: 8000,
      goods: { min: 1, max: 10 },
      stockMin: 50,
      hours: { min: 1, max: 24 },
      unitsPerBuyerMax: 3,
    },
  },
  {
    event: 'goldCoins',
    zh: '淘金币',
    en: 'Gold coin sale',
    blocks: [],
    bounds: {
      priceShareBp: 10_000,
      goods: { min: 1, max: 200 },
      stockMin: 10,
      hours: { min: 24, max: 720 },
      unitsPerBuyerMax: 10,
      coinShareBp: { min: 200, max: 5000 },
    },
  },
]

export const findEventPack = (event: string): EventPack | undefined => EVENT_PACKS.find((pack) => pack.event === event)
