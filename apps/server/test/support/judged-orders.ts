import { NO_SIGNALS } from '@zhanggui/orders'
import { riskOrders } from '../../src/modules/risk/schema.ts'
import { fillRecords } from './fill-records.ts'

const [SECOND, HOUR] = [1000, 3_600_000]
/**
 * Of ten orders one is a fraud, by a young account. Honest accounts are old but for one in 120: few enough to be asked for a second
 * proof (2 % at most), too many to be refused. All fall into one hour of the day, so that the hour says nothing.
 */
const FRAUD_EACH = 10
const YOUNG_EACH = 120
export const YOUNG_DAYS = 5
const OLD_DAYS = 600

export type JudgedOrders = { store: string; from: Date; orders: number }

/** Orders of the past as the order core judged them, one a second from the full hour on, from which a scorecard can be learnt. */
export function judgedOrders({ store, from, orders }: JudgedOrders): (typeof riskOrders.$inferInsert)[] {
  const hour = Math.floor(from.getTime() / HOUR) * HOUR
  return Array.from({ length: orders }, (_, n) => {
    const isFraud = n % FRAUD_EACH === 0
    const at = hour + n * SECOND
    const isYoung = isFraud || n % YOUNG_EACH === 7
    const accountAgeDays = isYoung ? YOUNG_DAYS : OLD_DAYS
    return {
      store,
      orderId: `past-${n}`,
      at: new Date(at),
      command: {
        kind: 'reserve',
        id: [n, 0, 0, 7],
        issuedAt: at,
        buyer: [n + 1, 5],
        address: [0, 0],
        amountCents: 10_000,
        holdMs: 0,
        paid: false,
        signals: { ...NO_SIGNALS, accountAgeDays },
        lines: [{ item: 1, quantity: 1, version: 0 }],
      },
      cents: 10_000,
      verdict: 'allow',
      label: isFraud ? 'fraud' : null,
    }
  })
}

/** Puts them into the records of a home that nobody has opened. */
export const fillJudgedOrders = (home: string, given: JudgedOrders): Promise<void> =>
  fillRecords(home, (records) => records.db.insert(riskOrders).values(judgedOrders(given)))
