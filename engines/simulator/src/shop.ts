import type { BusinessDay, Rng } from '@zhanggui/kernel'
import type { DayMood } from './calendar/day-mood.ts'
import type { Catalogue, Item } from './catalogue/build-catalogue.ts'
import { createIdentity } from './identity.ts'
import type { PersonPool } from './people/person-pool.ts'
import type { Incidents } from './plant-incidents.ts'
import type { EventRow, FeedbackRow } from './rows.ts'
import type { Sampler } from './sampler.ts'
import type { StockRoom } from './stock/stock-room.ts'
import type { OrderDesk } from './trade/order-desk.ts'
import type { AdDesk } from './traffic/ad-desk.ts'
import type { AdPlan } from './traffic/ad-plans.ts'
import type { Weather } from './weather.ts'

/** Rows that today's doings will cause on a later day, by day index. */
export type Agenda = { events: EventRow[][]; feedback: FeedbackRow[][] }

/** The running shop: what a visit can see and change. */
export type Shop = {
  scale: number
  moods: readonly DayMood[]
  days: readonly BusinessDay[]
  /** Index of one of the market's days. */
  dayIndex: (day: BusinessDay) => number
  catalogue: Catalogue
  /** Price of a listing on a day as a multiple of its usual price. */
  priceFactor: (item: Item, index: number) => number
  people: PersonPool
  adPlans: readonly AdPlan[]
  ads: AdDesk
  stock: StockRoom
  orders: OrderDesk
  incidents: Incidents
  agenda: Agenda
  nextEventKey: () => number
  nextSession: () => number
  nextFeedbackId: () => string
  /** What came of the planted ring. */
  bought: { buyers: Set<number>; orderIds: string[]; reviewIds: string[] }
}

/** One open day: its mood, its rows so far, and its own random stream. */
export type OpenDay = {
  mood: DayMood
  rng: Rng
  pickCategory: Sampler
  events: EventRow[]
  /** What a drill does to the day; without one it goes as it was planted. */
  weather?: Weather
}

/** Numbers one kind of thing from 0 on and gives each a number that looks like a hash. */
export function createNumbering(salt: number): () => number {
  const identify = createIdentity(salt)
  let sequence = 0
  return () => identify(sequence++)
}
