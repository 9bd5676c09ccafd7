import { CreateProgramme } from '@zhanggui/contract'
import { commitmentOf, findProgramme, readValues } from '@zhanggui/gameplay'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { faultsOf } from '../programme-faults.ts'
import { programmes } from '../schema.ts'
import { seedOf } from './programme-rows.ts'

/** Errors: throws `not_found` for an unknown kind, `programme_faults` with everything that is wrong. */
function requireSound({ kind, terms }: ReturnType<typeof CreateProgramme.parse>) {
  const engine = findProgramme(kind)
  if (!engine) throw new ApiFailure('not_found', { what: `programme-kinds/${kind}` })
  const read = readValues(engine.terms, terms)
  if (!read.ok) throw faultsOf(read.error)
  const problems = engine.check(read.value)
  if (problems.length > 0) throw faultsOf(problems)
  return { engine, terms: read.value as Record<string, unknown> }
}

/**
 * Sets a programme up and publishes the digest of its seed. Terms never change afterwards: one that is not right is closed and
 * another one made. It begins when it is opened.
 * Errors: throws `not_found`, `programme_faults`, `duplicate_key`.
 */
export async function createProgramme(
  context: Context,
  caller: ResourceCaller,
  input: CreateProgramme,
): Promise<string> {
  const asked = parseInput(CreateProgramme, input)
  const { engine, terms } = requireSound(asked)
  const { store, actor } = caller
  const { id, name, kind } = asked
  const row = {
    store,
    id,
    name,
    kind,
    terms,
    desk: engine.start(terms),
    commitment: commitmentOf(seedOf(context, { store, programme: id })),
    createdBy: actor,
    createdAt: context.clock.now(),
  }
  await auditedTransaction(context, async (tx, record) => {
    const made = await tx.insert(programmes).values(row).onConflictDoNothing().returning({ id: programmes.id })
    if (made.length === 0) throw new ApiFailure('duplicate_key', { key: id })
    await record({ store, actor, action: 'create', subject: `programmes/${id}`, after: { name, kind, terms } })
  })
  return id
}
