import type { ProgrammeEffect } from '@zhanggui/gameplay'
import type { BusinessDay } from '@zhanggui/kernel'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { giveCoupon } from '../../coupons/give-coupon.ts'
import { type PointsPosting, postPoints, throughDayOf } from '../../points/post-points.ts'
import type { ProgrammeKey } from '../records/programme-rows.ts'
import { type EffectRow, programmeEffects } from '../schema.ts'

/** The shop keeps its own points: they move in the transaction of the step, and nobody has to do it. */
const SYSTEM = 'system'

/** Points under the case's name, so that those of one that comes back are taken back even when they were spent. */
function postingOf(
  { programme }: ProgrammeKey,
  effect: ProgrammeEffect & { kind: 'points' },
  given: { caseId: string; day: BusinessDay },
): PointsPosting {
  const { caseId, day } = given
  const orderId = `programmes/${programme}/${caseId}`
  const about = { id: `${programme}:${effect.key}`, reason: '', day, orderId }
  return effect.points > 0
    ? { ...about, kind: 'earn', points: effect.points, throughDay: throughDayOf(day) }
    : { ...about, kind: 'reverse_earn', points: -effect.points }
}

type CouponEffect = ProgrammeEffect & { kind: 'coupon'; batch: string }
const isGivenHere = (effect: ProgrammeEffect): effect is CouponEffect =>
  effect.kind === 'coupon' && effect.batch !== undefined

/**
 * Writes what has to be carried out, each key once; points and coupons of the shop's own batches are carried out here.
 * Shape: the rows that are new. Errors: those of claiming a coupon, when its batch has none left or is not offered.
 */
export async function writeEffects(
  tx: RecordTx,
  key: ProgrammeKey,
  given: { effects: readonly ProgrammeEffect[]; caseId: string; buyer: string; day: BusinessDay; now: Date },
): Promise<EffectRow[]> {
  const { effects, caseId, buyer, day, now } = given
  if (effects.length === 0) return []
  const rows = effects.map(({ key: effectKey, kind, ...facts }) => ({
    ...key,
    key: effectKey,
    caseId,
    kind,
    buyer,
    facts,
    at: now,
    ...((kind === 'points' || (kind === 'coupon' && 'batch' in facts)) && { doneBy: SYSTEM, doneAt: now }),
  }))
  const postings = effects.flatMap((effect) =>
    effect.kind === 'points' ? [postingOf(key, effect, { caseId, day })] : [],
  )
  if (postings.length > 0) await postPoints(tx, { store: key.store, buyer }, { postings, day, at: now })
  for (const { batch, key: effectKey } of effects.filter(isGivenHere))
    await giveCoupon(tx, { store: key.store, id: `${key.programme}:${effectKey}`, buyer, at: now }, batch)
  return tx.insert(programmeEffects).values(rows).returning()
}
