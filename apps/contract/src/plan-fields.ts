import { z } from 'zod'

/** What the parts of a plan are made of; of these only `PlanPeriod` and `SourceRef` are names of the contract. */
export const Day = z.iso.date()

/** `2027`, `2027-Q2`, `2027-06` or `2027-06-18`. */
export const PlanPeriod = z
  .string()
  .regex(/^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD')

export const Id = z.string().min(1).max(80)
export const Name = z.string().max(200)
export const Note = z.string().max(5000)
export const Person = z.string().max(120).nullable()
export const Figure = z.number().nullable()
export const Cents = z.number().int().safe().nullable()
export const BasisPoints = z.number().int().min(0).max(1_000_000).nullable()

export const SourceRef = z.object({
  file: z.string().max(260),
  sheet: z.string().max(60).nullable(),
  row: z.number().int().min(1),
  column: z.string().max(120).nullable(),
})
export type SourceRef = z.infer<typeof SourceRef>

export const Sourced = { source: SourceRef.nullable().default(null) }
