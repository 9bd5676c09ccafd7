import { z } from 'zod'
import { BudgetLine, BudgetRules } from './plan-budget.ts'
import { PlanRevisions } from './plan-changes.ts'
import { SourceRef } from './plan-fields.ts'
import { Goal } from './plan-goals.ts'
import { TableRow } from './plan-table.ts'
import { PlanRequest, PlanTask } from './plan-work.ts'

/** What the reading of a yearly table wants its author to know. */
export const PlanTableNote = z.object({
  code: z.string(),
  source: SourceRef.nullable(),
  text: z.string(),
  messageZh: z.string(),
  messageEn: z.string(),
})
export type PlanTableNote = z.infer<typeof PlanTableNote>

const MergeCounts = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  kept: z.number().int(),
  removed: z.number().int(),
})

/**
 * POST …/plans/{plan}/table/import?apply=&mode= (a CSV or XLSX file as multipart) and POST …/plans/{plan}/table/derive (the table
 * as it is stored): the rows, what becomes of them and what that changes; nothing is stored unless `apply`.
 * `mode`: `replace` makes the file the whole table, `merge` keeps rows of periods that the file does not name.
 */
export const PlanTableResult = z.object({
  applied: z.boolean(),
  rows: z.array(TableRow),
  goals: z.array(Goal),
  tasks: z.array(PlanTask),
  requests: z.array(PlanRequest),
  lines: z.array(BudgetLine),
  rules: BudgetRules.shape.stages,
  counts: z.record(z.enum(['table', 'goals', 'tasks', 'requests', 'budget', 'rules']), MergeCounts),
  removed: z.array(z.string()).describe('titles of what the table no longer holds'),
  notes: z.array(PlanTableNote),
  revisions: PlanRevisions,
})
export type PlanTableResult = z.infer<typeof PlanTableResult>

export const PlanTableMode = z.enum(['replace', 'merge'])
export type PlanTableMode = z.infer<typeof PlanTableMode>
