import type { PaymentReminderNote } from '@zhanggui/contract'
import { duePayment } from '@zhanggui/orders'
import type { NoticeMessage } from '../../live/channels/schema.ts'
import type { ShopOrderRow } from '../life/schema.ts'
import type { ShopReminderPlan } from './reminder-plans.ts'

const yuan = (cents: number): string => (cents / 100).toFixed(2)

/** What a gateway needs to speak to the buyer; who that is, it knows by the order: no phone or name is stored here. */
const noteOf = ({ part, code, channel }: ShopReminderPlan, { id, life }: ShopOrderRow): PaymentReminderNote => ({
  plan: code,
  order: id,
  part,
  channel,
  cents: duePayment(life)?.cents ?? 0,
  payBefore: new Date(life.holdUntil).toISOString(),
})

/** A reminder as the channels carry it: words for people, and the note for the system that sends it on. */
export function reminderMessage(plan: ShopReminderPlan, order: ShopOrderRow, now: Date): NoticeMessage {
  const note = noteOf(plan, order)
  const isBalance = plan.part === 'balance'
  const zh = `订单 ${note.order} 还有${isBalance ? '尾款' : ''} ${yuan(note.cents)} 元待付，请在 ${note.payBefore} 前付款`
  const en = `Order ${note.order} waits for ${isBalance ? 'its balance of ' : ''}${yuan(note.cents)}; please pay before ${note.payBefore}`
  return {
    titleZh: isBalance ? '尾款待付' : '订单待付款',
    titleEn: isBalance ? 'Balance due' : 'Order to be paid',
    severity: 'info',
    role: 'buyer',
    lines: [{ zh, en, url: null }],
    at: now.toISOString(),
    reminder: note,
  }
}
