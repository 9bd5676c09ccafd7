import type { BudgetLine, StageRule } from '@zhanggui/budget'
import type { Goal } from '@zhanggui/goals'
import type { PlanRequest, PlanTask } from '../plan.ts'
import type { TableNote } from './table-note.ts'

/** What the cells of a yearly table become. Ids tell the place: `table/<row>/<column>/<number>`. */
export type Derived = {
  goals: Goal[]
  tasks: PlanTask[]
  requests: PlanRequest[]
  lines: BudgetLine[]
  rules: StageRule[]
  notes: TableNote[]
}

/** Begins the id of everything that was made of a table, goals aside. */
export const DERIVED = 'table/'

export const derivedId = (row: string, column: string, number: number): string =>
  `${DERIVED}${row.replace(/^row:/, '')}/${column}/${number}`
