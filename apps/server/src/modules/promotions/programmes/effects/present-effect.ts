import type { ProgrammeEffect } from '@zhanggui/contract'
import type { EffectRow } from '../schema.ts'

export const presentEffect = ({ key, caseId, kind, facts, at, doneAt, doneBy }: EffectRow): ProgrammeEffect => ({
  ...(facts as Pick<ProgrammeEffect, 'cents' | 'points' | 'skuIds' | 'units' | 'note' | 'instruction'>),
  key,
  caseId,
  kind: kind as ProgrammeEffect['kind'],
  at: at.toISOString(),
  doneAt: doneAt?.toISOString() ?? null,
  doneBy,
})
