import { z } from 'zod'
import { Id, Note, PlanPeriod, Sourced } from './plan-fields.ts'

/** A row of the yearly table with its seven columns, as its author wrote it. */
export const TableRow = z.object({
  id: Id,
  period: PlanPeriod,
  label: z.string().max(120).optional().describe('how the time was written, where the period alone does not say it'),
  target: Note.default(''),
  theme: Note.default(''),
  strategy: Note.default(''),
  pageDesign: Note.default(''),
  dailyPromotion: Note.default(''),
  merchantCooperation: Note.default(''),
  ...Sourced,
})
export type TableRow = z.infer<typeof TableRow>
