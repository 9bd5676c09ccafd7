import type { WalkedVisit } from '@zhanggui/simulator'
import { type Reading, reading } from '../faults/fault.ts'

/** What tracking saw in one minute, under the ids that the live screen gives it. */
export class MinuteTally {
  visits = 0
  paidCents = 0
  private views = 0
  private orders = 0
  private payments = 0
  private events = 0

  add(walked: WalkedVisit): void {
    this.visits += 1
    this.events += walked.events.length
    for (const { type } of walked.events) {
      if (type === 'view') this.views += 1
      if (type === 'order') this.orders += 1
      if (type === 'pay') this.payments += 1
    }
    for (const line of walked.orders) this.paidCents += line.paid_cents ?? 0
  }

  figures(): Reading[] {
    const { views, orders, payments, events, paidCents } = this
    return [
      reading('pv', views, views),
      reading('trackedEvents', events, events),
      reading('trackedOrders', orders, orders),
      reading('trackedPayments', payments, payments),
      reading('trackedPayRate', orders === 0 ? null : payments / orders, orders),
      reading('trackedPaid', paidCents, payments),
    ]
  }
}
