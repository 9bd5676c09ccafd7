/** One field that differs between two states of a record; `path` is dotted. `undefined` means the field was not there. */
export type FieldChange = { path: string; before: unknown; after: unknown; kind: 'added' | 'removed' | 'changed' }

type Leaves = Map<string, unknown>

/**
 * What changed between two states of a record, field by field.
 * Shape: fields in the order they appear, first of `before`, then new ones of `after`; unchanged fields are left out.
 * Lists are compared as a whole: a moved entry in a list is one change, not many.
 * @example recordChanges({ name: 'A' }, { name: 'B' }) // [{ path: 'name', before: 'A', after: 'B', kind: 'changed' }]
 */
export function recordChanges(before: unknown, after: unknown): FieldChange[] {
  const old = leavesOf(before)
  const now = leavesOf(after)
  const paths = [...old.keys(), ...[...now.keys()].filter((path) => !old.has(path))]
  return paths.map((path) => changeAt(path, old, now)).filter((change): change is FieldChange => change !== null)
}

function changeAt(path: string, old: Leaves, now: Leaves): FieldChange | null {
  const [before, after] = [old.get(path), now.get(path)]
  if (!now.has(path)) return { path, before, after: undefined, kind: 'removed' }
  if (!old.has(path)) return { path, before: undefined, after, kind: 'added' }
  return JSON.stringify(before) === JSON.stringify(after) ? null : { path, before, after, kind: 'changed' }
}

function leavesOf(value: unknown, path = '', leaves: Leaves = new Map()): Leaves {
  if (isRecord(value)) {
    for (const [key, child] of Object.entries(value)) leavesOf(child, path === '' ? key : `${path}.${key}`, leaves)
  } else if (value !== null && value !== undefined) leaves.set(path, value)
  return leaves
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
