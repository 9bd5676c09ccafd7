import type { LifeEffect, LifeEvent, LifeStage, OrderLife } from '@zhanggui/orders'
import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

/** What a line is, for facts and screens: as it was when it was bought. */
export type LineGoods = {
  lineId: string
  skuId: string
  itemId: string
  title: string
  category: string
  brand: string
  listedCents: number
  cutCents: number
}

/** Where it goes and where it came from, as far as it is stored, and its postage. */
export type OrderPlace = {
  province: string
  city: string
  channel: string
  device: string
  campaign: string
  postageCents: number
  /** The buyer was forgotten: nothing more is written of whose order it was. */
  isForgotten?: boolean
}

/** `version` counts decisions; `due_at`: when something happens by itself; `promised_at`: the earliest promise of a parcel under way. */
export const shopOrders = pgTable(
  'shop_orders',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    stage: text('stage').$type<LifeStage>().notNull(),
    buyer: text('buyer'),
    payableCents: bigint('payable_cents', { mode: 'number' }).notNull(),
    life: jsonb('life').$type<OrderLife>().notNull(),
    goods: jsonb('goods').$type<LineGoods[]>().notNull(),
    place: jsonb('place').$type<OrderPlace>().notNull(),
    openCases: integer('open_cases').notNull(),
    placedAt: instant('placed_at').notNull(),
    dueAt: instant('due_at'),
    promisedAt: instant('promised_at'),
    /** It is paid and units of it are in no parcel. */
    toPlan: boolean('to_plan').notNull(),
    /** Since then it has waited for a warehouse that has them; null: it has not been looked at since it last changed. */
    planTriedAt: instant('plan_tried_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const shopOrderEvents = pgTable(
  'shop_order_events',
  {
    store: text('store').notNull(),
    orderId: text('order_id').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    event: jsonb('event').$type<LifeEvent>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.orderId, table.number] })],
)

/** Effects that are not answered yet; an answered one is gone. */
export const shopOrderEffects = pgTable(
  'shop_order_effects',
  {
    store: text('store').notNull(),
    orderId: text('order_id').notNull(),
    n: integer('n').notNull(),
    effect: jsonb('effect').$type<LifeEffect>().notNull(),
    issuedAt: instant('issued_at').notNull(),
    tries: integer('tries').notNull(),
    nextAt: instant('next_at').notNull(),
    lastError: text('last_error'),
  },
  (table) => [primaryKey({ columns: [table.store, table.orderId, table.n] })],
)

/** Orders whose facts are behind: the version that the fact store is to know. */
export const shopOrderFactsDue = pgTable(
  'shop_order_facts_due',
  { store: text('store').notNull(), orderId: text('order_id').notNull(), version: integer('version').notNull() },
  (table) => [primaryKey({ columns: [table.store, table.orderId] })],
)

export type ShopOrderRow = typeof shopOrders.$inferSelect
export type EffectRow = typeof shopOrderEffects.$inferSelect
