import type { LifeAnswer } from '@zhanggui/orders'
import { and, asc, eq, lte } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { TickJob, TickRound } from '../../../live/tick-job.ts'
import { type OrderKey, readShopOrderRow } from '../order-rows.ts'
import { type EffectRow, shopOrderEffects } from '../schema.ts'
import { tellOrder } from '../tell-order.ts'
import { carryOut } from './carry-out.ts'

const AT_ONCE = 100
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 300_000

const ofRow = ({ store, orderId, n }: Pick<EffectRow, 'store' | 'orderId' | 'n'>) =>
  and(eq(shopOrderEffects.store, store), eq(shopOrderEffects.orderId, orderId), eq(shopOrderEffects.n, n))

/** Waits double with every try that came to nothing, so that an outage is not made worse by those who wait for its end. */
async function putOff(context: Context, row: EffectRow, cause: unknown): Promise<void> {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** row.tries)
  const nextAt = new Date(context.clock.now().getTime() + wait)
  const lastError = cause instanceof Error ? cause.message : String(cause)
  await context.records.db
    .update(shopOrderEffects)
    .set({ tries: row.tries + 1, nextAt, lastError: lastError.slice(0, 300) })
    .where(ofRow(row))
}

/** True: the effect was carried out and the order knows. */
async function workOne(context: Context, effect: EffectRow): Promise<boolean> {
  const key = { store: effect.store, orderId: effect.orderId }
  let answer: LifeAnswer
  try {
    answer = await carryOut(context, {
      row: await readShopOrderRow(context.records.db, key),
      effect: effect.effect,
      issuedAt: effect.issuedAt,
    })
  } catch (cause) {
    context.log.warn({ order: effect.orderId, effect: effect.effect.kind, cause: String(cause) }, 'an effect waits')
    await putOff(context, effect, cause)
    return false
  }
  await tellOrder(context, key, { command: answer, actor: 'system' })
  return true
}

const dueOf = (context: Context, { store, orderId }: OrderKey): Promise<EffectRow[]> =>
  context.records.db
    .select()
    .from(shopOrderEffects)
    .where(
      and(
        eq(shopOrderEffects.store, store),
        eq(shopOrderEffects.orderId, orderId),
        lte(shopOrderEffects.nextAt, context.clock.now()),
      ),
    )
    .orderBy(asc(shopOrderEffects.n))

/** Carries out what an order waits for, and what follows from it, until nothing is due. Safe to run by several at once. */
export async function workOrder(context: Context, key: OrderKey): Promise<void> {
  for (;;) {
    const due = await dueOf(context, key)
    let worked = false
    for (const effect of due) worked = (await workOne(context, effect)) || worked
    if (!worked) return
  }
}

/** Shape: how many orders had something due. */
export async function workDueEffects(context: Context, { now, signal }: TickRound): Promise<number> {
  const due = await context.records.db
    .selectDistinct({ store: shopOrderEffects.store, orderId: shopOrderEffects.orderId })
    .from(shopOrderEffects)
    .where(lte(shopOrderEffects.nextAt, now))
    .limit(AT_ONCE)
  for (const key of due) {
    if (signal.aborted) break
    await workOrder(context, key)
  }
  return due.length
}

/** What was not carried out at once, because something was down or the server was: tried again by the clock. */
export const WORK_EFFECTS: TickJob = {
  id: 'order-effects',
  everySeconds: 1,
  async run(context, round) {
    await workDueEffects(context, round)
  },
}
