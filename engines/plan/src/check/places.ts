import type { BudgetLine } from '@zhanggui/budget'
import type { Goal, Stage } from '@zhanggui/goals'
import type { Finding } from '../finding.ts'
import type { PlanEvent, PlanPart, PlanRequest, PlanTask, SourceRef, TableRow } from '../plan.ts'
import type { PlanText } from './plan-texts.ts'
import type { Figures, Found } from './rule.ts'

const at = <F extends Figures>(
  part: PlanPart,
  object: { id: string; source?: unknown },
  field: string | null,
  figures: F,
): Found<F> => ({ at: { part, id: object.id, field }, source: sourceOf(object.source), figures })

/** A goal's `source` says where its actual comes from and is a word; that of other objects is a cell. */
const sourceOf = (source: unknown): SourceRef | null =>
  typeof source === 'object' && source !== null ? (source as SourceRef) : null

export const atPlan = <F extends Figures>(field: string | null, figures: F, part: PlanPart = 'header'): Found<F> => ({
  at: { part, id: null, field },
  source: null,
  figures,
})
export const atGoal = <F extends Figures>(goal: Goal, field: keyof Goal, figures: F): Found<F> =>
  at('goals', goal, field, figures)
export const atLine = <F extends Figures>(line: BudgetLine, field: keyof BudgetLine, figures: F): Found<F> =>
  at('budget', line, field, figures)
export const atEvent = <F extends Figures>(event: PlanEvent, field: keyof PlanEvent, figures: F): Found<F> =>
  at('events', event, field, figures)
export const atTask = <F extends Figures>(task: PlanTask, field: keyof PlanTask, figures: F): Found<F> =>
  at('tasks', task, field, figures)
export const atRequest = <F extends Figures>(request: PlanRequest, field: keyof PlanRequest, figures: F): Found<F> =>
  at('requests', request, field, figures)
export const atRow = <F extends Figures>(row: TableRow, field: keyof TableRow, figures: F): Found<F> =>
  at('table', row, field, figures)
export const atStage = <F extends Figures>(stage: Stage, field: keyof Stage, figures: F): Found<F> =>
  at('stages', stage, field, figures)
export const atText = <F extends Figures>(text: PlanText, figures: F): Found<F> => ({
  at: text.at satisfies Finding['at'],
  source: text.source,
  figures,
})
