import { z } from 'zod'
import { Finding } from './plan-findings.ts'
import { PLAN_PART_BODIES, PlanPart } from './plan-parts.ts'

/** Who has read a warning or note and lets it stand, with the reason. Errors cannot be let stand. */
export const FindingAcknowledgement = z.object({
  by: z.string(),
  at: z.string(),
  reason: z.string(),
  /** Newest version of the plan at that time; 0 before the first. */
  version: z.number().int(),
})
export type FindingAcknowledgement = z.infer<typeof FindingAcknowledgement>

/** A finding of a stored plan. `key` is the same for the same fault in the next check, as long as its figures are. */
export const CheckedFinding = Finding.extend({
  key: z.string(),
  acknowledged: FindingAcknowledgement.nullable(),
})
export type CheckedFinding = z.infer<typeof CheckedFinding>

/** Of `warning` and `note` those that nobody has let stand; `acknowledged` counts the others. */
export const FindingCounts = z.object({
  error: z.number().int(),
  warning: z.number().int(),
  note: z.number().int(),
  acknowledged: z.number().int(),
})
export type FindingCounts = z.infer<typeof FindingCounts>

/** GET /v1/stores/{store}/plans/{plan}/findings — numbered in the order of the plan. */
export const PlanFindings = z.object({
  findings: z.array(CheckedFinding),
  counts: FindingCounts,
  /** Day of the shop on which it was checked. */
  checkedOn: z.iso.date(),
})
export type PlanFindings = z.infer<typeof PlanFindings>

/** PUT …/plans/{plan}/findings/{key}/acknowledgement */
export const AcknowledgeFinding = z.object({ reason: z.string().trim().min(1).max(300) })
export type AcknowledgeFinding = z.input<typeof AcknowledgeFinding>

const { header, goals, budget, ...lists } = PLAN_PART_BODIES

/**
 * A plan as a file: what `zhanggui plan show --json` prints. Whatever is left out is empty; other fields are ignored.
 * Parts that do not fit together are findings, not refusals.
 */
export const PlanFile = z.object({
  id: z.string().max(80).default('file'),
  year: z.number().int().min(2000).max(2100),
  name: z.string().max(200).default(''),
  currency: z.string().max(3).default('CNY'),
  profile: header.shape.profile,
  texts: header.shape.texts.prefault({}),
  assumptions: header.shape.assumptions,
  goals: goals.shape.goals.default([]),
  measures: goals.shape.measures,
  budget: budget.shape.lines.default([]),
  budgetRules: budget.shape.rules.prefault({}),
  events: lists.events.default([]),
  tasks: lists.tasks.default([]),
  requests: lists.requests.default([]),
  table: lists.table.default([]),
  stages: lists.stages.default([]),
})
export type PlanFile = z.infer<typeof PlanFile>

/** POST /v1/stores/{store}/plan-check — a file is checked and not stored. */
export const FileFindings = z.object({
  file: z.string(),
  name: z.string(),
  year: z.number().int(),
  findings: z.array(Finding),
  counts: FindingCounts.omit({ acknowledged: true }),
  /** Objects that were read, by part. */
  read: z.record(PlanPart, z.number().int()),
})
export type FileFindings = z.infer<typeof FileFindings>
