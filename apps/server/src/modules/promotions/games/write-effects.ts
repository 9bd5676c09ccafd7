import type { Effect } from '@zhanggui/gameplay'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { GameKey } from './game-rows.ts'
import { type EffectRow, gameEffects } from './schema.ts'

/** What an effect costs the shop, fen: cash at its amount, a prize at its value; refunds and prices cost nothing by themselves. */
function costOf(effect: Effect): number {
  if (effect.kind !== 'reward') return 0
  if (effect.reward.kind === 'cash') return effect.reward.cents
  return effect.reward.kind === 'prize' ? effect.reward.valueCents : 0
}

/** Writes what came of a step, each key once. Shape: the rows that are new. */
export async function writeEffects(
  tx: RecordTx,
  { store, game }: GameKey,
  effects: readonly Effect[],
  at: Date,
): Promise<EffectRow[]> {
  if (effects.length === 0) return []
  const rows = effects.map((effect) => {
    const { key, kind, buyerId, ...facts } = effect
    return { store, game, key, kind, buyer: buyerId, facts, cents: costOf(effect), at }
  })
  return tx.insert(gameEffects).values(rows).onConflictDoNothing().returning()
}
