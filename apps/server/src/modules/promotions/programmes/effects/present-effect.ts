import type { ProgrammeEffect } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { readTitles, type TitleOf } from '../goods-titles.ts'
import type { EffectRow } from '../schema.ts'

type Facts = Pick<ProgrammeEffect, 'cents' | 'points' | 'skuIds' | 'units' | 'note' | 'instruction'>

const presentEffect = (
  { key, caseId, kind, facts, at, doneAt, doneBy }: EffectRow,
  titleOf: TitleOf,
): ProgrammeEffect => {
  const { skuIds } = facts as Facts
  return {
    ...(facts as Facts),
    ...(skuIds && { titles: skuIds.map(titleOf) }),
    key,
    caseId,
    kind: kind as ProgrammeEffect['kind'],
    at: at.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    doneBy,
  }
}

/** Effects as people read them, with the goods' titles. */
export async function presentEffects(
  context: Context,
  store: string,
  rows: readonly EffectRow[],
): Promise<ProgrammeEffect[]> {
  const skuIds = rows.flatMap(({ facts }) => (facts as Facts).skuIds ?? [])
  const titleOf = await readTitles(context, store, skuIds)
  return rows.map((row) => presentEffect(row, titleOf))
}
