import { z } from 'zod'
import { BasisPoints, Cents, Id, Name, Note, Person, PlanPeriod } from './plan-fields.ts'

/** Shares in basis points with their base; `reserve` is kept until released, `subsidy` is paid in coupons and gifts. */
export const BudgetLine = z.object({
  id: Id,
  parentId: Id.nullable().default(null),
  name: Name,
  kind: z.enum(['spend', 'subsidy', 'reserve']).default('spend'),
  channel: z.string().max(80).nullable().default(null),
  period: PlanPeriod,
  eventId: Id.nullable().default(null),
  shareBp: BasisPoints.default(null),
  shareBase: z.enum(['total', 'parent', 'period', 'sales']).nullable().default(null),
  amountCents: Cents.default(null),
  owner: Person.default(null),
  note: Note.default(''),
})
export type BudgetLine = z.infer<typeof BudgetLine>

export const BudgetRules = z.object({
  feeRatioMaxBp: BasisPoints.default(null),
  cacMaxCents: Cents.default(null),
  preBurstShareBp: BasisPoints.default(null),
  preBurstDays: z.number().int().min(1).max(90).nullable().default(null),
  burstRemainderMinBp: BasisPoints.default(null),
  roiMinMilli: z.number().int().min(0).nullable().default(null),
  roiMinClicks: z.number().int().min(0).nullable().default(null),
  roiMinSpendCents: Cents.default(null),
  stages: z
    .array(
      z.object({
        id: Id,
        name: Name,
        fromPeriod: PlanPeriod,
        toPeriod: PlanPeriod,
        channels: z.array(z.string().max(80)).max(100),
        minBp: z.number().int().min(0).max(10_000),
        maxBp: z.number().int().min(0).max(10_000),
        base: z.enum(['total', 'parent', 'period', 'sales']).nullable(),
        reason: Note,
      }),
    )
    .max(50)
    .default([]),
})
export type BudgetRules = z.infer<typeof BudgetRules>
