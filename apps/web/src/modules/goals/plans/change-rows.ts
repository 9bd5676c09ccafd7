import type { PlanComparison } from '@zhanggui/contract'

type Change = PlanComparison['changes'][number]

/** One line of the comparison: a changed field, or an object that came or went. */
export type ChangeRow = {
  key: string
  list: string
  id: string
  name: string
  kind: Change['kind']
  /** Null for an object that came or went as a whole. */
  field: string | null
  before: unknown
  after: unknown
}

/** Baseline dates are set by every approval, and where an object was read from is no decision; neither tells a reader anything new. */
const NOISE: ReadonlySet<string> = new Set([
  'baselineFromDay',
  'baselineToDay',
  'baselineStartDay',
  'baselineDueDay',
  'source',
])

export const changeRows = ({ changes }: PlanComparison): ChangeRow[] =>
  changes.flatMap(({ list, id, name, kind, fields }): ChangeRow[] => {
    const object = { list, id, name, kind }
    if (kind !== 'changed') return [{ ...object, key: `${list}/${id}`, field: null, before: null, after: null }]
    return fields
      .filter(({ field }) => !NOISE.has(field))
      .map(({ field, before, after }) => ({ ...object, key: `${list}/${id}/${field}`, field, before, after }))
  })
