import { addDays, type BusinessDay, createRng, parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type CardAccount, cardLiability, cardOwedBack, cardState, issueCard, revokeCard } from '../../src/index.ts'

const DAY = parseDay('2026-11-11')
const inDays = (days: number): BusinessDay => addDays(DAY, days)
const CARD: CardAccount = { earnedCents: 5000, revokedCents: 0, issuedCents: 0, afterDays: 15, receivedDay: DAY }

describe('rebate cards', () => {
  it('[P6.10] a card is issued once, when the days in which goods may come back are over, and is a liability until then', () => {
    expect([cardState(CARD, inDays(14)), cardLiability(CARD)]).toEqual(['waiting', 5000])
    expect(issueCard(CARD, inDays(14))).toBe(CARD)
    const issued = issueCard(CARD, inDays(15))
    expect([issued.issuedCents, cardState(issued, inDays(15)), cardLiability(issued)]).toEqual([5000, 'issued', 0])
    expect(issueCard(issued, inDays(99))).toBe(issued)
  })

  it('[P6.10] goods that nobody has reported as received issue nothing, however long ago', () => {
    expect(cardState({ ...CARD, receivedDay: null }, inDays(400))).toBe('waiting')
  })

  it('[P6.10] a return below the threshold revokes it; after the issue it is owed back', () => {
    expect([cardState(revokeCard(CARD, 5000), inDays(99)), cardLiability(revokeCard(CARD, 5000))]).toEqual([
      'revoked',
      0,
    ])
    const late = revokeCard(issueCard(CARD, inDays(15)), 5000)
    expect([cardState(late, inDays(16)), cardOwedBack(late), cardLiability(late)]).toEqual(['owedBack', 5000, 0])
    expect(() => revokeCard(CARD, 5001)).toThrow('at most what was earned')
  })

  it('[P6.10] whatever happens in whatever order: earned = revoked + issued + liability − owed back', () => {
    const rng = createRng('cards')
    for (let trial = 0; trial < 300; trial++) {
      let card = { ...CARD, earnedCents: 1 + rng.int(9000) }
      for (let day = 0; day < 30; day++) {
        if (rng.int(8) === 0) card = revokeCard(card, rng.int(card.earnedCents - card.revokedCents + 1))
        if (rng.int(3) === 0) card = issueCard(card, inDays(day))
        expect(card.revokedCents + card.issuedCents + cardLiability(card) - cardOwedBack(card)).toBe(card.earnedCents)
      }
    }
  })
})
