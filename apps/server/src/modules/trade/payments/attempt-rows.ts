import type { Attempt } from '@zhanggui/orders'
import { and, asc, eq } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import type { OrderKey } from '../life/order-rows.ts'
import { type AttemptRow, paymentAttempts } from './schema.ts'

type Db = RecordDb | RecordTx

export const ownAttempt = (store: string, id: string) =>
  and(eq(paymentAttempts.store, store), eq(paymentAttempts.id, id))

/** The tries to pay an order, the earliest first. */
export const readAttempts = (db: Db, { store, orderId }: OrderKey): Promise<AttemptRow[]> =>
  db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.store, store), eq(paymentAttempts.orderId, orderId)))
    .orderBy(asc(paymentAttempts.sentAt), asc(paymentAttempts.id))

export async function lockAttempt(tx: RecordTx, store: string, id: string): Promise<AttemptRow | undefined> {
  const [row] = await tx.select().from(paymentAttempts).where(ownAttempt(store, id)).for('update')
  return row
}

export const attemptOf = ({
  id,
  orderId,
  provider,
  cents,
  state,
  sentAt,
  answeredAt,
  contradictions,
}: AttemptRow): Attempt => ({
  attemptId: id,
  orderId,
  providerId: provider,
  cents,
  state,
  sentAt: sentAt.getTime(),
  answeredAt: answeredAt?.getTime() ?? 0,
  contradictions,
})

/** Columns of an attempt that moved; `askAt` says whether it is to be asked about. */
export const movedColumns = ({ state, answeredAt, contradictions }: Attempt, askAt: Date | null) => ({
  state,
  contradictions,
  askAt,
  answeredAt: answeredAt === 0 ? null : new Date(answeredAt),
})
