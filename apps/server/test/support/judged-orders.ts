import { join } from 'node:path'
import { createRng } from '@zhanggui/kernel'
import { NO_SIGNALS } from '@zhanggui/orders'
import { riskOrders } from '../../src/modules/risk/schema.ts'
import { openPgliteRecordStore } from '../../src/storage/records/pglite-record-store.ts'

const MINUTE = 60_000
/** Of ten orders one is a fraud, by an account of less than twenty days; honest accounts are older than sixty. */
const FRAUD_EACH = 10

export type JudgedOrders = { store: string; from: Date; orders: number }

/** Orders of the past as the order core judged them, one a minute, from which a scorecard can be learnt. */
export function judgedOrders({ store, from, orders }: JudgedOrders): (typeof riskOrders.$inferInsert)[] {
  const rng = createRng('past orders')
  return Array.from({ length: orders }, (_, n) => {
    const isFraud = n % FRAUD_EACH === 0
    const at = from.getTime() + n * MINUTE
    const accountAgeDays = isFraud ? rng.int(20) : 60 + rng.int(800)
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
export async function fillJudgedOrders(home: string, given: JudgedOrders): Promise<void> {
  const records = await openPgliteRecordStore(join(home, 'records'))
  await records.db.insert(riskOrders).values(judgedOrders(given))
  await records.close()
}
