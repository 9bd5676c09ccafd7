export type Value = number | string | boolean | null

/** A thing that a playbook can steer, e.g. `{ type: 'slot', id: 'home-1' }`. */
export type Subject = { type: string; id: string }

/** One field of one subject, from what it was to what it shall be. Written only while it still is `before`. */
export type Change = { subject: Subject; field: string; before: Value; after: Value }

export type Fields = Readonly<Record<string, Value>>

/** What is so at an instant, by `keyOf` the subject. Plain data; nothing here writes to it. */
export type World = ReadonlyMap<string, Fields>

export const keyOf = ({ type, id }: Subject): string => `${type}/${id}`

export const fieldOf = (world: World, subject: Subject, field: string): Value =>
  world.get(keyOf(subject))?.[field] ?? null

/** Subjects of one type with their fields, by id, so that the order never depends on how they were read. */
export function subjectsOf(world: World, type: string): { subject: Subject; fields: Fields }[] {
  const start = `${type}/`
  return [...world]
    .filter(([key]) => key.startsWith(start))
    .map(([key, fields]) => ({ subject: { type, id: key.slice(start.length) }, fields }))
    .sort((a, b) => (a.subject.id < b.subject.id ? -1 : 1))
}

/** A number of a subject; null where it has none. */
export function numberOf(fields: Fields, field: string): number | null {
  const value = fields[field]
  return typeof value === 'number' ? value : null
}

/** A change that somebody else overtook: the field is neither what it was nor what it was made. */
export type Conflict = { change: Change; now: Value }

/** Changes that no longer start from what is so. */
export const conflictsOf = (changes: readonly Change[], world: World): Conflict[] => {
  const seen = new Map<string, Value>()
  const conflicts: Conflict[] = []
  for (const change of changes) {
    const key = `${keyOf(change.subject)}#${change.field}`
    const now = seen.has(key) ? (seen.get(key) ?? null) : fieldOf(world, change.subject, change.field)
    if (now !== change.before) conflicts.push({ change, now })
    seen.set(key, change.after)
  }
  return conflicts
}

/** The world after the changes, which must start from what is so. Errors: throws on a conflict. */
export function applyChanges(world: World, changes: readonly Change[]): World {
  const [conflict] = conflictsOf(changes, world)
  if (conflict) throw new Error(`${keyOf(conflict.change.subject)} is ${conflict.now}, not ${conflict.change.before}`)
  const next = new Map(world)
  for (const { subject, field, after } of changes) {
    const key = keyOf(subject)
    next.set(key, { ...next.get(key), [field]: after })
  }
  return next
}

/** The same changes backwards. Applied to the world that they made, they give exactly the world before. */
export const undoOf = (changes: readonly Change[]): Change[] =>
  changes.map(({ subject, field, before, after }) => ({ subject, field, before: after, after: before })).reverse()
