import { and, asc, eq, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { getStore } from '../../admin/stores.ts'
import { phaseNow } from '../../live/alerts/series/current-phase.ts'
import type { TickJob, TickRound } from '../../live/tick-job.ts'
import { readReminderPlans, type ShopReminderPlan, storesWithReminders } from './reminder-plans.ts'
import { paymentReminders } from './schema.ts'
import { takeStep } from './take-step.ts'
import { type ShopClock, watchOrders } from './watch-orders.ts'

const AT_ONCE = 500

async function takeDue(context: Context, plan: ShopReminderPlan, clock: ShopClock, signal: AbortSignal): Promise<void> {
  const due = await context.records.db
    .select()
    .from(paymentReminders)
    .where(
      and(
        eq(paymentReminders.store, clock.store.id),
        eq(paymentReminders.plan, plan.code),
        lte(paymentReminders.nextAt, clock.now),
      ),
    )
    .orderBy(asc(paymentReminders.nextAt), asc(paymentReminders.orderId))
    .limit(AT_ONCE)
  for (const row of due) {
    if (signal.aborted) return
    await takeStep(context, { plan, row, clock })
  }
}

async function remindShop(context: Context, id: string, { now, signal }: TickRound): Promise<void> {
  const plans = (await readReminderPlans(context, id)).filter(({ isOn }) => isOn)
  if (plans.length === 0) return
  const store = await getStore(context, id)
  const clock = { store, now, phase: (await phaseNow(context, store, now)) ?? null }
  for (const plan of plans) {
    if (signal.aborted) return
    while (await watchOrders(context, plan, clock)) if (signal.aborted) return
    await takeDue(context, plan, clock, signal)
  }
}

/** Follows unpaid orders of every shop that has a plan which is on, and speaks of those that are due (P7.10). */
export async function remindByClock(context: Context, round: TickRound): Promise<void> {
  for (const store of await storesWithReminders(context)) await remindShop(context, store, round)
}

export const REMIND_PAYMENTS: TickJob = { id: 'reminders', everySeconds: 5, run: remindByClock }
