import { addDays, assert, type BusinessDay } from '@zhanggui/kernel'

/**
 * What one order has earned under one rebate rule (满返卡). `receivedDay`: the day the goods came, from which the days are counted in
 * which they may go back; null until somebody says so. Amounts in fen.
 */
export type CardAccount = {
  earnedCents: number
  revokedCents: number
  issuedCents: number
  afterDays: number
  receivedDay: BusinessDay | null
}

/** `waiting`: the goods may still come back. `due`: to be issued. `owedBack`: issued, and then the goods came back after all. */
export const CARD_STATES = ['waiting', 'due', 'issued', 'revoked', 'owedBack'] as const
export type CardState = (typeof CARD_STATES)[number]

/** What the order still deserves. */
const dueOf = ({ earnedCents, revokedCents }: CardAccount): number => earnedCents - revokedCents

/** The first day on which the card is issued; null while nobody knows when the goods came. */
export const issueDayOf = ({ receivedDay, afterDays }: CardAccount): BusinessDay | null =>
  receivedDay === null ? null : addDays(receivedDay, afterDays)

/** What the shop still has to give: booked as a liability from the payment on. Never below 0. */
export const cardLiability = (card: CardAccount): number => Math.max(0, dueOf(card) - card.issuedCents)

/** What was issued beyond what the order deserves now. */
export const cardOwedBack = (card: CardAccount): number => Math.max(0, card.issuedCents - dueOf(card))

export function cardState(card: CardAccount, today: BusinessDay): CardState {
  if (cardOwedBack(card) > 0) return 'owedBack'
  if (dueOf(card) === 0) return 'revoked'
  if (cardLiability(card) === 0) return 'issued'
  const day = issueDayOf(card)
  return day !== null && day <= today ? 'due' : 'waiting'
}

/** Takes back what a return no longer earns. Errors: throws on more than was earned. */
export function revokeCard(card: CardAccount, cents: number): CardAccount {
  assert(
    Number.isSafeInteger(cents) && cents >= 0 && cents <= dueOf(card),
    'a return takes back at most what was earned',
  )
  return { ...card, revokedCents: card.revokedCents + cents }
}

/** Issues what is due; the same day again issues nothing. */
export const issueCard = (card: CardAccount, today: BusinessDay): CardAccount =>
  cardState(card, today) === 'due' ? { ...card, issuedCents: card.issuedCents + cardLiability(card) } : card
