import { err, ok, type Result } from '@zhanggui/kernel'
import { drawBelow, type Seed } from '../chance/seed.ts'
import type { Refusal } from '../game/game.ts'

/** Odds in millionths; what is left to a million wins nothing. */
export type InstantPrize = { prizeId: string; valueCents: number; count: number; oddsPpm: number }
/** How many of each prize are gone. */
export type InstantState = { given: Readonly<Record<string, number>> }
export const EMPTY_INSTANT: InstantState = { given: {} }

/**
 * One ticket, answered at once. Odds never change: a prize that has run out is announced as such and its share of the odds wins
 * nothing, rather than making other prizes likelier than published. `played`: tickets that this buyer has used before.
 */
export function playInstant(
  prizes: readonly InstantPrize[],
  state: InstantState,
  play: { buyerId: string; played: number; ticketsMax: number; seed: Seed },
): Result<{ state: InstantState; prizeId: string | null }, Refusal> {
  const { buyerId, played, ticketsMax, seed } = play
  if (played >= ticketsMax) return err({ code: 'no_ticket_left' })
  const prize = prizeAt(prizes, drawBelow(seed, `instant/${buyerId}/${played}`, 1_000_000))
  const given = prize ? (state.given[prize.prizeId] ?? 0) : 0
  if (!prize || given >= prize.count) return ok({ state, prizeId: null })
  return ok({ state: { given: { ...state.given, [prize.prizeId]: given + 1 } }, prizeId: prize.prizeId })
}

/** The prize whose share of the million holds `ppm`. */
export function prizeAt(prizes: readonly InstantPrize[], ppm: number): InstantPrize | undefined {
  let upTo = 0
  for (const prize of prizes) {
    upTo += prize.oddsPpm
    if (ppm < upTo) return prize
  }
  return undefined
}
