import { businessDayOf } from '@zhanggui/kernel'
import { cardState, issueCard } from '@zhanggui/promotion'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { stores } from '../../admin/schema.ts'
import type { TickJob } from '../../live/tick-job.ts'
import { accountOf, ownCard } from './move-cards.ts'
import { type CardRow, promotionCards } from './schema.ts'

/** Cards that one transaction issues. */
const AT_ONCE = 500

async function issueOne(tx: RecordTx, row: CardRow, { now, timezone }: { now: Date; timezone: string }): Promise<void> {
  const [held] = await tx.select().from(promotionCards).where(ownCard(row)).for('update')
  if (!held) return
  const today = businessDayOf(now, timezone)
  const { issuedCents } = issueCard(accountOf(held), today)
  if (issuedCents > held.issuedCents)
    await tx.update(promotionCards).set({ issuedCents, issuedAt: now }).where(ownCard(row))
}

/** Issues every card of a shop whose days are over. Safe to run at any moment and by several at once. */
export async function issueDueCards(context: Context, store: { id: string; timezone: string }): Promise<number> {
  const now = context.clock.now()
  const today = businessDayOf(now, store.timezone)
  const received = await context.records.db
    .select()
    .from(promotionCards)
    .where(
      and(eq(promotionCards.store, store.id), isNull(promotionCards.issuedAt), isNotNull(promotionCards.receivedDay)),
    )
    .orderBy(asc(promotionCards.receivedDay), asc(promotionCards.orderId))
  const due = received.filter((row) => cardState(accountOf(row), today) === 'due').slice(0, AT_ONCE)
  if (due.length === 0) return 0
  await context.records.transaction(async (tx) => {
    for (const row of due) await issueOne(tx, row, { now, timezone: store.timezone })
  })
  return due.length
}

/** Rebate cards of every shop are issued by the clock. */
export const ISSUE_CARDS: TickJob = {
  id: 'rebate-cards',
  everySeconds: 600,
  async run(context, { signal }) {
    const shops = await context.records.db.select({ id: stores.id, timezone: stores.timezone }).from(stores)
    for (const shop of shops) {
      let issued = AT_ONCE
      while (issued === AT_ONCE && !signal.aborted) issued = await issueDueCards(context, shop)
    }
  },
}
