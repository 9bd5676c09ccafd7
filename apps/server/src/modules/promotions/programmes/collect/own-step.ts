import { PlayProgramme, type Store } from '@zhanggui/contract'
import type { ProgrammeBuyer } from '@zhanggui/gameplay'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import type { PreparedStep } from '../cases/prepare-step.ts'
import { type TakenStep, takeStep } from '../cases/take-step.ts'
import { engineOf } from '../records/programme-rows.ts'
import type { ProgrammeRow } from '../schema.ts'

/** A step that the shop's own records ask for. `hash`: the buyer as the facts know them; no identifier is needed. */
export type OwnStep = {
  name: string
  caseId: string
  values: Record<string, unknown>
  hash?: string
  known?: Omit<ProgrammeBuyer, 'cases'>
}

/** Takes it on a programme that the caller holds. Shape: null where the terms do not allow it; that is no mistake of anybody's. */
export async function takeOwnStep(
  context: Context,
  tx: RecordTx,
  given: { store: Store; row: ProgrammeRow; step: OwnStep },
): Promise<TakenStep | null> {
  const { store, row, step } = given
  const { name, caseId, values, hash = '', known = null } = step
  const command = engineOf(row).commands[name]
  if (!command) throw new Error(`a programme counts by a command of its own, got ${name}`)
  const key = { store: store.id, programme: row.id }
  const asked = PlayProgramme.parse({ commandId: '-', command: name, caseId, values })
  const prepared: PreparedStep = { key, store, asked, command, values, hash, marks: [], known }
  try {
    return await takeStep(context, tx, { row, prepared })
  } catch (cause) {
    if (cause instanceof ApiFailure && cause.code === 'programme_refused') return null
    throw cause
  }
}
