import type { BusinessDay } from '@zhanggui/kernel'
import { type CardAccount, issueDayOf, type PricedCart, type Refund, revokeCard } from '@zhanggui/promotion'
import { and, asc, eq } from 'drizzle-orm'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { type CardRow, promotionCards } from './schema.ts'

type Order = { store: string; id: string; buyer: string | null }
type Grants = Pick<PricedCart, 'grants'>
type CardGrant = Extract<PricedCart['grants'][number], { kind: 'card' }>

export const accountOf = (row: CardRow): CardAccount => ({ ...row, receivedDay: row.receivedDay as BusinessDay | null })

const ownCards = ({ store, id }: Pick<Order, 'store' | 'id'>) =>
  and(eq(promotionCards.store, store), eq(promotionCards.orderId, id))

export const ownCard = ({ store, orderId, rule }: CardRow) =>
  and(ownCards({ store, id: orderId }), eq(promotionCards.rule, rule))

const cardsOf = (grants: Refund['grantsBack'] | PricedCart['grants']): Map<string, CardGrant> => {
  const cards = grants.filter((grant): grant is CardGrant => grant.kind === 'card')
  return new Map(cards.map((grant) => [grant.ruleId, grant]))
}

/** The order is paid: what it earns is owed from now on. */
export async function earnCards(tx: RecordTx, order: Order, priced: Grants): Promise<void> {
  const cards = [...cardsOf(priced.grants).values()]
  if (cards.length === 0) return
  const { store, id: orderId, buyer } = order
  const rows = cards.map(({ ruleId: rule, cents: earnedCents, afterDays }) => ({
    ...{ store, orderId, rule, buyer, earnedCents, afterDays, receivedDay: null },
    ...{ revokedCents: 0, issuedCents: 0 },
  }))
  await tx.insert(promotionCards).values(rows).onConflictDoNothing()
}

/** Goods came back: what the rest no longer earns is taken back, issued or not. */
export async function revokeCards(tx: RecordTx, order: Pick<Order, 'store' | 'id'>, refund: Refund): Promise<void> {
  const back = cardsOf(refund.grantsBack)
  if (back.size === 0) return
  const rows = await tx
    .select()
    .from(promotionCards)
    .where(ownCards(order))
    .orderBy(asc(promotionCards.rule))
    .for('update')
  for (const row of rows) {
    const cents = back.get(row.rule)?.cents ?? 0
    if (cents === 0) continue
    const { revokedCents } = revokeCard(accountOf(row), cents)
    await tx.update(promotionCards).set({ revokedCents }).where(ownCard(row))
  }
}

/** The goods have come: the days in which they may go back begin. The first report holds. Shape: when each card is issued. */
export async function receiveCards(
  tx: RecordTx,
  order: Pick<Order, 'store' | 'id'>,
  receivedDay: BusinessDay,
): Promise<{ rule: string; issueDay: BusinessDay | null }[]> {
  const rows = await tx.select().from(promotionCards).where(ownCards(order)).for('update')
  for (const row of rows)
    if (row.receivedDay === null) await tx.update(promotionCards).set({ receivedDay }).where(ownCard(row))
  return rows.map((row) => ({
    rule: row.rule,
    issueDay: issueDayOf(accountOf({ ...row, receivedDay: row.receivedDay ?? receivedDay })),
  }))
}
