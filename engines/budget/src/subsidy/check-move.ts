import { err, ok, type Result } from '@zhanggui/kernel'
import type { SubsidyBatch, SubsidyMove } from './subsidy-batch.ts'

export type MoveError =
  | { code: 'units_not_positive'; units: number }
  | { code: 'expired'; validThroughDay: string; day: string }
  | { code: 'more_than_outstanding'; units: number; outstanding: number }
  | { code: 'more_than_redeemed'; units: number; redeemed: number }

export type UnitCount = { issued: number; redeemed: number }

/** Units issued, and used less given back. */
export function countUnits(moves: readonly SubsidyMove[]): UnitCount {
  const count = { issued: 0, redeemed: 0 }
  for (const { kind, units } of moves) {
    if (kind === 'issue') count.issued += units
    else count.redeemed += kind === 'redeem' ? units : -units
  }
  return count
}

/** Whether a move fits what was moved before. A return is taken back at any time; after the last day it lapses at once. */
export function checkMove(
  batch: SubsidyBatch,
  before: readonly SubsidyMove[],
  move: SubsidyMove,
): Result<SubsidyMove, MoveError> {
  const { units, kind, day } = move
  const { issued, redeemed } = countUnits(before)
  if (!Number.isSafeInteger(units) || units <= 0) return err({ code: 'units_not_positive', units })
  if (kind !== 'return' && day > batch.validThroughDay)
    return err({ code: 'expired', validThroughDay: batch.validThroughDay, day })
  if (kind === 'redeem' && units > issued - redeemed)
    return err({ code: 'more_than_outstanding', units, outstanding: issued - redeemed })
  if (kind === 'return' && units > redeemed) return err({ code: 'more_than_redeemed', units, redeemed })
  return ok(move)
}
