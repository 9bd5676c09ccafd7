import { z } from 'zod'
import { BudgetLine, BudgetRules } from './plan-budget.ts'
import { Goal, OwnMeasure, Stage } from './plan-goals.ts'
import { PlanPart, PlanTexts } from './plan-parts.ts'
import { TableRow } from './plan-table.ts'
import { PlanEvent, PlanRequest, PlanTask } from './plan-work.ts'

/** `draft` is edited; `approved` is frozen as a version and stays so until it is reopened. */
export const PlanStatus = z.enum(['draft', 'approved'])
export type PlanStatus = z.infer<typeof PlanStatus>

/** Row of GET /v1/stores/{store}/plans. */
export const PlanSummary = z.object({
  id: z.string(),
  year: z.number().int(),
  name: z.string(),
  status: PlanStatus,
  /** Newest version that was cut; 0 before the first. */
  version: z.number().int(),
  /** Newest version that was approved. A reopened plan is a draft again and keeps it, with who approved and confirmed it. */
  approvedVersion: z.number().int().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  confirmedBy: z.string().nullable().describe('merchant who has read and confirmed the approved version'),
  confirmedAt: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
})
export type PlanSummary = z.infer<typeof PlanSummary>

/** GET /v1/stores/{store}/plans/{plan} — the whole plan; `revisions` are sent back with a change (409 stale_version otherwise). */
export const PlanDetail = PlanSummary.extend({
  currency: z.string(),
  revisions: z.record(PlanPart, z.number().int()),
  profile: z.string().nullable(),
  texts: PlanTexts,
  assumptions: z.array(z.string()),
  goals: z.array(Goal),
  measures: z.array(OwnMeasure),
  stages: z.array(Stage),
  budget: z.array(BudgetLine),
  budgetRules: BudgetRules,
  events: z.array(PlanEvent),
  tasks: z.array(PlanTask),
  requests: z.array(PlanRequest),
  table: z.array(TableRow),
})
export type PlanDetail = z.infer<typeof PlanDetail>

/** POST /v1/stores/{store}/plans — a plan of a year: empty, a copy of another plan moved to the year, or from last year's data. */
export const CreatePlan = z.object({
  year: z.number().int().min(2000).max(2100),
  name: z.string().min(1).max(200),
  from: z.enum(['empty', 'copy', 'data']).default('empty'),
  copyOf: z.string().max(80).optional(),
  /** With `from: 'data'`: yearly target of paid sales over last year, basis points (3000 = +30 %). */
  growthBp: z.number().int().min(-9000).max(100_000).default(0),
})
export type CreatePlan = z.input<typeof CreatePlan>
