import { LEVER_TYPES } from '@zhanggui/contract'
import { type Change, type Conflict, conflictsOf, keyOf, type World } from '@zhanggui/playbooks'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import type { Binding, Stamp } from './binding.ts'
import { leverBinding } from './levers.ts'
import { PROMOTIONS } from './promotions.ts'
import { SLOTS } from './slots.ts'

/** Where each type of subject stands. A new one is a binding and a line here. */
const BINDINGS: readonly Binding[] = [
  PROMOTIONS,
  SLOTS,
  ...LEVER_TYPES.filter((type) => type !== SLOTS.type).map(leverBinding),
]

type Looked = { store: string; types: readonly string[]; now: Date; forUpdate?: boolean }

/** What is so now, of the given types. `forUpdate` locks it until the transaction ends. */
export async function readWorld(tx: RecordTx, { store, types, now, forUpdate = false }: Looked): Promise<World> {
  const world = new Map<string, World extends ReadonlyMap<string, infer F> ? F : never>()
  for (const binding of BINDINGS.filter(({ type }) => types.includes(type)))
    for (const [id, fields] of await binding.read(tx, store, forUpdate, now))
      world.set(keyOf({ type: binding.type, id }), fields)
  return world
}

/** Changes were overtaken by somebody else; nothing was written. */
export class ChangeConflict extends Error {
  override readonly name = 'ChangeConflict'
  readonly conflicts: readonly Conflict[]

  constructor(conflicts: readonly Conflict[]) {
    super(`${conflicts.length} fields are not what they were`)
    this.conflicts = conflicts
  }
}

/** Sets what is still as it was, all or nothing. Errors: throws `ChangeConflict`, which rolls the transaction back. */
export async function writeChanges(tx: RecordTx, changes: readonly Change[], stamp: Stamp): Promise<void> {
  const types = [...new Set(changes.map(({ subject }) => subject.type))]
  const conflicts = conflictsOf(
    changes,
    await readWorld(tx, { store: stamp.store, types, now: stamp.at, forUpdate: true }),
  )
  if (conflicts.length > 0) throw new ChangeConflict(conflicts)
  for (const binding of BINDINGS) {
    const own = changes.filter(({ subject }) => subject.type === binding.type)
    if (own.length > 0) await binding.write(tx, own, stamp)
  }
}
