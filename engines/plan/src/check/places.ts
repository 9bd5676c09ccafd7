import type { BudgetLine } from '@zhanggui/budget'
import type { Goal, Stage } from '@zhanggui/goals'
import type { PlanEvent, PlanPart, PlanRequest, PlanTask, SourceRef, TableRow } from '../plan.ts'
import type { PlanText } from './plan-texts.ts'
import type { Figures, Found } from './rule.ts'

type Place = { part: PlanPart; id: string | null; field: string | null }

const found = <F extends Figures>(at: Place, source: SourceRef | null, figures: F): Found<F> => ({
  at,
  source,
  figures,
})

/** The plan as a whole, or one of its parts as a whole. */
export const atPlan = <F extends Figures>(field: string | null, figures: F, part: PlanPart = 'header'): Found<F> =>
  found({ part, id: null, field }, null, figures)

export const atGoal = <F extends Figures>({ id }: Goal, field: keyof Goal, figures: F): Found<F> =>
  found({ part: 'goals', id, field }, null, figures)

export const atLine = <F extends Figures>({ id }: BudgetLine, field: keyof BudgetLine, figures: F): Found<F> =>
  found({ part: 'budget', id, field }, null, figures)

/** A rule of the budget, or one of its stages by id. */
export const atBudgetRule = <F extends Figures>(id: string | null, field: string, figures: F): Found<F> =>
  found({ part: 'budget', id, field }, null, figures)

export const atEvent = <F extends Figures>({ id, source }: PlanEvent, field: keyof PlanEvent, figures: F): Found<F> =>
  found({ part: 'events', id, field }, source, figures)

export const atTask = <F extends Figures>({ id, source }: PlanTask, field: keyof PlanTask, figures: F): Found<F> =>
  found({ part: 'tasks', id, field }, source, figures)

export const atRequest = <F extends Figures>(
  { id, source }: PlanRequest,
  field: keyof PlanRequest,
  figures: F,
): Found<F> => found({ part: 'requests', id, field }, source, figures)

export const atRow = <F extends Figures>({ id, source }: TableRow, field: keyof TableRow, figures: F): Found<F> =>
  found({ part: 'table', id, field }, source, figures)

export const atStage = <F extends Figures>({ id }: Stage, field: keyof Stage, figures: F): Found<F> =>
  found({ part: 'stages', id, field }, null, figures)

export const atText = <F extends Figures>({ at, source }: PlanText, figures: F): Found<F> => found(at, source, figures)
