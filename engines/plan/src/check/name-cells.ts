import type { Plan } from '../plan.ts'
import type { Draft } from './rule.ts'
import { type CellOrigin, cellOf, cellSource, type OriginOf, tableOrigins } from './table-origin.ts'

type Named = Map<string, { id: string; period?: string; note?: string }>

const byId = (objects: readonly { id: string; period?: string; note?: string }[]): Named =>
  new Map(objects.map((object) => [object.id, object]))

function originFinder(plan: Plan): (draft: Draft) => CellOrigin | null {
  const originOf: OriginOf = tableOrigins(plan)
  const goals = byId(plan.goals)
  const lines = byId([...plan.budget, ...plan.budgetRules.stages.map(({ id }) => ({ id }))])
  const rows = new Map(plan.table.map((row) => [row.id, row]))
  return ({ at: { part, id, field } }) => {
    if (id === null) return null
    const row = part === 'table' ? rows.get(id) : undefined
    if (row) return cellOf(row, field)
    const object = part === 'goals' ? goals.get(id) : part === 'budget' ? lines.get(id) : undefined
    return object ? originOf(object) : null
  }
}

/** Gives findings on goals, budget lines and table rows the cell that they were read from; others name theirs already. */
export function nameCells(plan: Plan, drafts: readonly Draft[]): Draft[] {
  const originOf = originFinder(plan)
  return drafts.map((draft) => {
    if (draft.source !== null && draft.source.column !== null) return draft
    const origin = originOf(draft)
    return origin ? { ...draft, source: cellSource(origin) } : draft
  })
}
