import type { Store } from '@zhanggui/contract'
import { reminderInstants } from '@zhanggui/orders'
import type { CampaignPhase } from '@zhanggui/playbooks'
import { and, asc, eq, notExists, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { shopMoment } from '../../campaigns/index.ts'
import { type ShopOrderRow, shopOrders } from '../life/schema.ts'
import { drawArm } from './draw-arm.ts'
import { payWindowOf } from './pay-window.ts'
import type { ShopReminderPlan } from './reminder-plans.ts'
import { paymentReminders, type ReminderRow } from './schema.ts'

/** What was due longer ago is not made up for: a plan that is switched on does not speak to yesterday's orders at once. */
const GRACE_MS = 600_000

/** A round of one shop: the instant, and the campaign phase that it stands in; null on an ordinary day. */
export type ShopClock = { store: Store; now: Date; phase: CampaignPhase | null }

/** Who is spoken to: the buyer, or where nobody is known the order itself. */
const personOf = ({ buyer, id }: Pick<ShopOrderRow, 'buyer' | 'id'>): string => buyer ?? `order/${id}`

/** The next instant of an order's reminders after `after`; null: none will come. */
export function nextInstant(
  plan: ShopReminderPlan,
  { opensAt, endsAt }: Pick<ReminderRow, 'opensAt' | 'endsAt'>,
  { timezone, after }: { timezone: string; after: number },
): Date | null {
  const minuteOf = (at: number): number => shopMoment(new Date(at), timezone).minute
  const window = { opensAt: opensAt.getTime(), endsAt: endsAt.getTime() }
  const next = reminderInstants(plan, window, minuteOf).find((at) => at > after)
  return next === undefined ? null : new Date(next)
}

async function watch(context: Context, plan: ShopReminderPlan, clock: ShopClock, order: ShopOrderRow): Promise<void> {
  const { now } = clock
  const { id: store, timezone } = clock.store
  const window = await payWindowOf(context, plan.part, order)
  const [opensAt, endsAt] = [new Date(window.opensAt), new Date(window.endsAt)]
  const person = personOf(order)
  const row: ReminderRow = {
    store,
    plan: plan.code,
    orderId: order.id,
    part: plan.part,
    person,
    arm: drawArm(context, { store, plan: plan.code, person }, plan.holdOutBp),
    phase: null,
    opensAt,
    endsAt,
    enteredAt: null,
    nextAt: nextInstant(plan, { opensAt, endsAt }, { timezone, after: now.getTime() - GRACE_MS }),
  }
  await context.records.db.insert(paymentReminders).values(row).onConflictDoNothing()
}

const AT_ONCE = 200

/** Takes up orders that wait for this plan's part and are not followed yet. Shape: whether there may be more. */
export async function watchOrders(context: Context, plan: ShopReminderPlan, clock: ShopClock): Promise<boolean> {
  const { db } = context.records
  const stage = plan.part === 'whole' ? 'placed' : 'deposit'
  const followed = db
    .select({ one: sql`1` })
    .from(paymentReminders)
    .where(
      and(
        eq(paymentReminders.store, shopOrders.store),
        eq(paymentReminders.plan, plan.code),
        eq(paymentReminders.orderId, shopOrders.id),
      ),
    )
  const orders = await db
    .select()
    .from(shopOrders)
    .where(and(eq(shopOrders.store, clock.store.id), eq(shopOrders.stage, stage), notExists(followed)))
    .orderBy(asc(shopOrders.placedAt))
    .limit(AT_ONCE)
  for (const order of orders) await watch(context, plan, clock, order)
  return orders.length === AT_ONCE
}
