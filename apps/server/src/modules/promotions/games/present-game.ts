import type { GameEffects, GameRound } from '@zhanggui/contract'
import { engineOf } from './game-rows.ts'
import type { EffectRow, GameRow, RoundRow } from './schema.ts'

/** A round as its players see it at a moment. */
export function presentRound(game: GameRow, { id, state, openedAt }: RoundRow, now: Date): GameRound {
  return { id, ...engineOf(game).progress(game.settings, state, now.getTime()), openedAt: openedAt.toISOString() }
}

export const presentEffect = ({ key, kind, buyer, facts, at }: EffectRow): GameEffects[number] => ({
  ...(facts as Omit<GameEffects[number], 'key' | 'kind' | 'buyer' | 'at'>),
  key,
  kind: kind as GameEffects[number]['kind'],
  buyer,
  at: at.toISOString(),
})
