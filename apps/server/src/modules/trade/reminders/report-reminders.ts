import type { PaymentReminderReport, PaymentReminderReports, ReportDays, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { instantOfShop } from '../../campaigns/index.ts'
import { type ShopDays, shopDays } from '../shop-days.ts'
import { gatewayTrouble } from './gateway.ts'
import { readEffect } from './read-effect.ts'
import { readReminderPlans, type ShopReminderPlan } from './reminder-plans.ts'

const DAYS_SHOWN = 30

const MESSAGES_SQL = `
SELECT
  CASE WHEN messages.state <> 'queued' THEN messages.state
       WHEN deliveries.state = 'sent' THEN 'sent'
       WHEN deliveries.state = 'dead' THEN 'failed'
       ELSE 'queued' END AS state,
  count(*)::int AS messages
FROM payment_reminder_messages AS messages
LEFT JOIN notice_deliveries AS deliveries ON deliveries.id = messages.delivery
WHERE messages.store = $1 AND messages.plan = $2 AND messages.at >= $3 AND messages.at < $4
GROUP BY 1`

const WAITING_SQL = `
SELECT count(*)::int AS waiting
FROM payment_reminders
JOIN shop_orders ON shop_orders.store = payment_reminders.store AND shop_orders.id = payment_reminders.order_id
WHERE payment_reminders.store = $1 AND payment_reminders.plan = $2
  AND shop_orders.stage = CASE payment_reminders.part WHEN 'whole' THEN 'placed' ELSE 'deposit' END`

const NO_MESSAGES = { sent: 0, queued: 0, kept: 0, limit: 0, withdrawn: 0, failed: 0 }

async function reportOf(
  context: Context,
  { id: store, timezone }: Store,
  plan: ShopReminderPlan,
  span: ShopDays,
): Promise<PaymentReminderReport> {
  const at = instantOfShop(timezone)
  const [from, to] = [new Date(at(span.from, 0)), new Date(at(span.to, 0))]
  const { records } = context
  const counted = await records.query<{ state: string; messages: number }>(MESSAGES_SQL, [store, plan.code, from, to])
  const [waiting] = await records.query<{ waiting: number }>(WAITING_SQL, [store, plan.code])
  const { code, name, part, channel, isOn, holdOutBp, measureHours, gateway } = plan
  return {
    ...{ plan: code, name, part, channel, isOn, holdOutBp, measureHours },
    gatewayTrouble: await gatewayTrouble(records.db, { store, gateway }),
    waiting: waiting?.waiting ?? 0,
    messages: { ...NO_MESSAGES, ...Object.fromEntries(counted.map(({ state, messages }) => [state, messages])) },
    ...(await readEffect(context, { store, plan: code, from, to, measureHours })),
  }
}

/**
 * Every plan of the shop: what it sent, what it held back, and what it recovered of people first due on these days.
 * Errors: throws `invalid_request`.
 */
export async function reportReminders(
  context: Context,
  store: Store,
  query: ReportDays,
): Promise<PaymentReminderReports> {
  const span = shopDays(context, store, query, DAYS_SHOWN)
  const plans = await readReminderPlans(context, store.id)
  const reports = []
  for (const plan of plans) reports.push(await reportOf(context, store, plan, span))
  return { ...span, plans: reports }
}
