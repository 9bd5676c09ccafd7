import { RebateCardQuery, type RebateCards, type Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { cardLiability, cardOwedBack, cardState, issueDayOf } from '@zhanggui/promotion'
import { asc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { issueDueCards } from './issue-cards.ts'
import { accountOf } from './move-cards.ts'
import { promotionCards } from './schema.ts'

const sumOf = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0)

/** Every rebate card of a shop as it stands today, with what the shop still owes (P6.10). */
export async function listCards(context: Context, store: Store, input: RebateCardQuery): Promise<RebateCards> {
  const { state, limit, offset } = parseInput(RebateCardQuery, input)
  await issueDueCards(context, store)
  const today = businessDayOf(context.clock.now(), store.timezone)
  const rows = await context.records.db
    .select()
    .from(promotionCards)
    .where(eq(promotionCards.store, store.id))
    .orderBy(asc(promotionCards.orderId), asc(promotionCards.rule))
  const cards = rows.map((row) => {
    const account = accountOf(row)
    return {
      orderId: row.orderId,
      ruleId: row.rule,
      state: cardState(account, today),
      earnedCents: row.earnedCents,
      revokedCents: row.revokedCents,
      issuedCents: row.issuedCents,
      liabilityCents: cardLiability(account),
      owedBackCents: cardOwedBack(account),
      receivedDay: row.receivedDay,
      issueDay: issueDayOf(account),
      issuedAt: row.issuedAt?.toISOString() ?? null,
    }
  })
  const asked = state === undefined ? cards : cards.filter((card) => card.state === state)
  return {
    cards: asked.slice(offset, offset + limit),
    total: asked.length,
    earnedCents: sumOf(cards, (card) => card.earnedCents),
    revokedCents: sumOf(cards, (card) => card.revokedCents),
    issuedCents: sumOf(cards, (card) => card.issuedCents),
    liabilityCents: sumOf(cards, (card) => card.liabilityCents),
    owedBackCents: sumOf(cards, (card) => card.owedBackCents),
  }
}
