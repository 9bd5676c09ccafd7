import { z } from 'zod'
import { BudgetLine, BudgetRules } from './plan-budget.ts'
import { Id } from './plan-fields.ts'
import { Goal, MAX_GOALS, OwnMeasure, Stage } from './plan-goals.ts'
import { TableRow } from './plan-table.ts'
import { PlanEvent, PlanRequest, PlanTask } from './plan-work.ts'

export const PlanTexts = z.object({
  market: z.string().max(50_000).default(''),
  goals: z.string().max(50_000).default(''),
  strategy: z.string().max(50_000).default(''),
  execution: z.string().max(50_000).default(''),
  resources: z.string().max(50_000).default(''),
  monitoring: z.string().max(50_000).default(''),
})
export type PlanTexts = z.infer<typeof PlanTexts>

export const PLAN_PARTS = ['header', 'goals', 'budget', 'events', 'tasks', 'requests', 'table', 'stages'] as const

export const PlanPart = z.enum(PLAN_PARTS)
export type PlanPart = z.infer<typeof PlanPart>

/** What each part is stored as and sent as: `PUT …/plans/{plan}/parts/{part}`. */
export const PLAN_PART_BODIES = {
  header: z.object({
    name: z.string().min(1).max(200),
    profile: z.string().max(40).nullable().default(null),
    texts: PlanTexts,
    assumptions: z.array(Id).max(500).default([]),
  }),
  goals: z.object({ goals: z.array(Goal).max(MAX_GOALS), measures: z.array(OwnMeasure).max(200).default([]) }),
  budget: z.object({ lines: z.array(BudgetLine).max(5000), rules: BudgetRules }),
  events: z.array(PlanEvent).max(1000),
  tasks: z.array(PlanTask).max(5000),
  requests: z.array(PlanRequest).max(2000),
  table: z.array(TableRow).max(400),
  stages: z.array(Stage).max(50),
} as const
