import type { ShopOrderDetail } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { readAttempts } from '../../payments/attempt-rows.ts'
import { type OrderKey, readEffects, readEvents, readShopOrderRow } from '../order-rows.ts'
import { sayEvent } from './event-words.ts'
import { presentCase, presentParcel, presentShopOrder } from './present-order.ts'

/** One order with its whole story, oldest first. Errors: throws `not_found`. */
export async function readShopOrder(context: Context, key: OrderKey): Promise<ShopOrderDetail> {
  const { db } = context.records
  const now = context.clock.now()
  const row = await readShopOrderRow(db, key)
  const events = await readEvents(db, key)
  const waiting = await readEffects(db, key)
  const attempts = await readAttempts(db, key)
  const titles = new Map(row.goods.map(({ lineId, title }) => [lineId, title]))
  return {
    ...presentShopOrder(row, now),
    lines: row.life.lines.map((line) => ({ ...line, title: titles.get(line.lineId) ?? '' })),
    payments: [...row.life.payments],
    parcelList: row.life.parcels.map((parcel) => presentParcel(parcel, now)),
    cases: row.life.cases.map(presentCase),
    events: events.map(({ number, at, event }) => ({
      number,
      at: at.toISOString(),
      kind: event.kind,
      cents: event.cents ?? null,
      ...sayEvent(event),
    })),
    waiting: waiting.map(({ n, effect, tries, nextAt, lastError }) => ({
      n,
      kind: effect.kind,
      tries,
      nextAt: nextAt.toISOString(),
      lastError,
    })),
    attempts: attempts.map(({ id, provider, cents, state, sentAt, answeredAt }) => ({
      attemptId: id,
      provider,
      cents,
      state,
      sentAt: sentAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
  }
}
