import type { PlanPart } from '@zhanggui/contract'
import type { PlanChange } from '@zhanggui/plan'

/** A plan of 20,000 goals may be rewritten at once; the trail keeps the first changes and says how many more there were. */
const OBJECTS_MAX = 200
const TEXT_MAX = 64 * 1024

type Side = 'before' | 'after'

const fieldsOf = (change: PlanChange, side: Side): Record<string, unknown> =>
  Object.fromEntries(change.fields.map((field) => [field.field, field[side]]))

const exists = ({ kind }: PlanChange, side: Side): boolean => kind !== (side === 'before' ? 'added' : 'removed')

/** As many changes as fit into the trail. */
function capped(changes: readonly PlanChange[]): PlanChange[] {
  let room = TEXT_MAX
  const kept: PlanChange[] = []
  for (const change of changes.slice(0, OBJECTS_MAX)) {
    room -= JSON.stringify(change.fields).length
    if (room < 0) break
    kept.push(change)
  }
  return kept
}

/**
 * What the trail keeps of a changed part: for each object the fields that changed, before and after, capped in size.
 * Shape: `{ revision, objects: { '<list>/<id>': { field: value } }, more }`; `more` counts the objects left out.
 */
export function auditedPart(
  part: PlanPart,
  changes: readonly PlanChange[],
  revision: number,
): { before: unknown; after: unknown } {
  const own = changes.filter((change) => change.part === part)
  const kept = capped(own)
  const side = (name: Side, number: number) => ({
    revision: number,
    objects: Object.fromEntries(
      kept
        .filter((change) => exists(change, name))
        .map((change) => [`${change.list}/${change.id}`, fieldsOf(change, name)]),
    ),
    more: own.length - kept.length,
  })
  return { before: side('before', revision), after: side('after', revision + 1) }
}
