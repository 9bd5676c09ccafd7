import type { Goal } from '../goal.ts'
import { goalId } from '../spread/goal-id.ts'
import { cellKey, goalKey } from '../tree/cell.ts'
import type { CellEdit } from './edit-goals.ts'

/**
 * A year's goals by one dimension as they shall be: cells that are not there yet are made under their root, and every value
 * named gets its target; parts that are not named are left alone.
 * Shape: the goals with the new cells, still blank, and the edits that fill them.
 */
export function yearParts(
  goals: readonly Goal[],
  { root, dimension, targets }: { root: Goal; dimension: string; targets: ReadonlyMap<string, number> },
): { goals: Goal[]; edits: CellEdit[] } {
  const byCell = new Map(goals.map((g) => [goalKey(g), g]))
  const taken = new Set(goals.map((g) => g.id))
  const made: Goal[] = []
  const edits: CellEdit[] = []
  for (const [value, target] of targets) {
    const scope = { ...root.scope, [dimension]: value }
    const found = byCell.get(cellKey(root.metric, root.period, scope))
    const id = found?.id ?? goalId(root.metric, root.period, scope, taken)
    if (!found) {
      taken.add(id)
      made.push({ ...root, id, parentId: root.id, axis: dimension, name: '', scope, ...UNSAID })
    }
    edits.push({ id, target })
  }
  return { goals: [...goals, ...made], edits }
}

const UNSAID = { target: null, baseline: null, baselinePeriod: null, locked: false, floor: null, cap: null, note: '' }
