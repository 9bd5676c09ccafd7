import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { OrderKey } from '../../trade/life/order-rows.ts'
import { riskChecks } from '../schema.ts'
import { checkAdapterOf } from './adapter.ts'
import type { CheckSettings } from './check-settings.ts'
import { hashCode, newCode } from './one-time-code.ts'

export const ownCheck = ({ store, orderId }: OrderKey) =>
  and(eq(riskChecks.store, store), eq(riskChecks.orderId, orderId))

/** Writes the check in the transaction that keeps the order. Shape: the code to send. */
export async function writeCheck(
  context: Context,
  tx: RecordTx,
  key: OrderKey,
  { settings, until }: { settings: CheckSettings; until: Date },
): Promise<string> {
  const code = newCode()
  const { adapter, tries } = settings
  await tx.insert(riskChecks).values({
    store: key.store,
    orderId: key.orderId,
    adapter,
    codeHash: hashCode(context, key, code),
    triesLeft: tries,
    until,
    state: 'waiting',
  })
  return code
}

/** Sends the code, once. A message that did not get away is logged: the order waits and lets its stock go when its time is over. */
export async function sendCheck(
  context: Context,
  key: OrderKey,
  { settings, code, until }: { settings: CheckSettings; code: string; until: Date },
): Promise<void> {
  try {
    await checkAdapterOf(context, key.store, settings).send({ orderId: key.orderId, code, until })
    await context.records.db.update(riskChecks).set({ sentAt: context.clock.now() }).where(ownCheck(key))
  } catch (cause) {
    context.log.warn({ store: key.store, order: key.orderId, cause }, 'a second check could not be sent')
  }
}
