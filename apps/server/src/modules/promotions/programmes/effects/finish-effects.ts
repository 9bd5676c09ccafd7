import { FinishEffects } from '@zhanggui/contract'
import { and, inArray, isNull } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { ofProgramme, readProgrammeRow } from '../records/programme-rows.ts'
import { programmeEffects } from '../schema.ts'

/** Ticks off what was carried out. Shape: how many were open until now; a repeat ticks off nothing. Errors: throws `not_found`. */
export async function finishEffects(
  context: Context,
  caller: ResourceCaller,
  given: { programme: string; input: FinishEffects },
): Promise<number> {
  const { keys } = parseInput(FinishEffects, given.input)
  const { store, actor } = caller
  const key = { store, programme: given.programme }
  return auditedTransaction(context, async (tx, record) => {
    await readProgrammeRow(tx, key)
    const open = and(
      ofProgramme(programmeEffects, key),
      inArray(programmeEffects.key, keys),
      isNull(programmeEffects.doneAt),
    )
    const done = await tx
      .update(programmeEffects)
      .set({ doneBy: actor, doneAt: context.clock.now() })
      .where(open)
      .returning({ key: programmeEffects.key })
    const after = { keys: done.map((effect) => effect.key) }
    if (done.length > 0)
      await record({ store, actor, action: 'finish', subject: `programmes/${given.programme}/effects`, after })
    return done.length
  })
}
