import type { PlanPart } from '../plan.ts'

export const PLAN_FAULT_CODES = [
  'duplicate_id',
  'no_such_period',
  'no_such_day',
  'empty_range',
  'unknown_parent',
  'parent_cycle',
  'unknown_reference',
  'dependency_cycle',
] as const
export type PlanFaultCode = (typeof PLAN_FAULT_CODES)[number]

/** Why a plan cannot be stored as it stands: its objects do not fit together. What is merely unwise is a `Finding`. */
export type PlanFault = {
  code: PlanFaultCode
  at: { part: PlanPart; id: string; field: string | null }
  /** The value or the circle, in any language. */
  detail: string
  messageZh: string
  messageEn: string
}
