import {
  DEFAULT_LIFE_POLICY,
  type LifeEffect,
  type LifeEvent,
  nextDueAt,
  type OrderLife,
  unitsToPlan,
} from '@zhanggui/orders'
import { and, asc, eq, sql } from 'drizzle-orm'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { type ShopOrderRow, shopOrderEffects, shopOrderEvents, shopOrderFactsDue, shopOrders } from './schema.ts'

export type OrderKey = { store: string; orderId: string }
type Db = RecordDb | RecordTx

export const ownOrder = ({ store, orderId }: OrderKey) => and(eq(shopOrders.store, store), eq(shopOrders.id, orderId))

export async function findShopOrder(db: Db, key: OrderKey): Promise<ShopOrderRow | undefined> {
  const [row] = await db.select().from(shopOrders).where(ownOrder(key))
  return row
}

/** Errors: throws `not_found`. */
export async function readShopOrderRow(db: Db, key: OrderKey): Promise<ShopOrderRow> {
  const row = await findShopOrder(db, key)
  if (!row) throw new ApiFailure('not_found', { what: `orders/${key.orderId}` })
  return row
}

/** Holds an order until the transaction ends. Errors: throws `not_found`. */
export async function lockShopOrder(tx: RecordTx, key: OrderKey): Promise<ShopOrderRow> {
  const [row] = await tx.select().from(shopOrders).where(ownOrder(key)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `orders/${key.orderId}` })
  return row
}

const dateOf = (ms: number): Date | null => (ms === 0 ? null : new Date(ms))

/** Whether it is paid and some of its goods are in no parcel yet. */
export const hasUnitsToPlan = (life: OrderLife): boolean =>
  life.stage === 'paid' && life.lines.some((line) => unitsToPlan(life, line) > 0)

/** The columns that are told from an order's life, so that lists and clocks need not open it. */
export function lifeColumns(
  life: OrderLife,
): Pick<ShopOrderRow, 'stage' | 'life' | 'dueAt' | 'promisedAt' | 'openCases' | 'toPlan' | 'planTriedAt'> {
  const underWay = life.parcels.filter(({ state }) => state === 'planned' || state === 'sent' || state === 'lost')
  const promises = underWay.map(({ promisedAt }) => promisedAt).filter((at) => at > 0)
  return {
    stage: life.stage,
    life,
    dueAt: dateOf(nextDueAt(life, DEFAULT_LIFE_POLICY)),
    promisedAt: promises.length > 0 ? new Date(Math.min(...promises)) : null,
    toPlan: hasUnitsToPlan(life),
    planTriedAt: null,
    openCases: life.cases.filter(({ state }) => !['done', 'refused', 'withdrawn'].includes(state)).length,
  }
}

type Happened = { events: readonly LifeEvent[]; effects: readonly LifeEffect[]; at: Date; actor: string }

/** Everything that follows from a decision, beside the order itself and in its transaction. */
export async function writeHappened(tx: RecordTx, key: OrderKey, version: number, happened: Happened): Promise<void> {
  const { events, effects, at, actor } = happened
  // A decision has fewer events than this, so that their numbers stay in order without being counted.
  const first = version * 10
  if (events.length > 0)
    await tx.insert(shopOrderEvents).values(events.map((event, i) => ({ ...key, number: first + i, at, actor, event })))
  if (effects.length > 0)
    await tx
      .insert(shopOrderEffects)
      .values(effects.map((effect) => ({ ...key, n: effect.n, effect, issuedAt: at, tries: 0, nextAt: at })))
  await tx
    .insert(shopOrderFactsDue)
    .values({ ...key, version })
    .onConflictDoUpdate({
      target: [shopOrderFactsDue.store, shopOrderFactsDue.orderId],
      set: { version: sql`excluded.version` },
    })
}

/**
 * Keeps an order that was just placed: itself, what happened, and the duty to write its facts, in one statement. Shape: false where it
 * was kept before; then nothing changes, at the most its facts are written once more as they are.
 */
export async function keepPlacedOrder(db: Db, row: ShopOrderRow): Promise<boolean> {
  const key = { store: row.store, orderId: row.id }
  const event: LifeEvent = { kind: 'placed', cents: row.payableCents }
  const told = { ...key, number: row.version * 10, at: row.placedAt, actor: 'buyer', event }
  const happened = db.$with('happened').as(db.insert(shopOrderEvents).values(told).onConflictDoNothing())
  const due = { ...key, version: row.version }
  const toWrite = db.$with('to_write').as(db.insert(shopOrderFactsDue).values(due).onConflictDoNothing())
  const insert = db.with(happened, toWrite).insert(shopOrders).values(row).onConflictDoNothing()
  return (await insert.returning({ id: shopOrders.id })).length > 0
}

export const readEvents = (db: Db, { store, orderId }: OrderKey) =>
  db
    .select()
    .from(shopOrderEvents)
    .where(and(eq(shopOrderEvents.store, store), eq(shopOrderEvents.orderId, orderId)))
    .orderBy(asc(shopOrderEvents.number))

export const readEffects = (db: Db, { store, orderId }: OrderKey) =>
  db
    .select()
    .from(shopOrderEffects)
    .where(and(eq(shopOrderEffects.store, store), eq(shopOrderEffects.orderId, orderId)))
    .orderBy(asc(shopOrderEffects.n))
