import { z } from 'zod'
import { SourceRef } from './plan-fields.ts'
import { PlanPart } from './plan-parts.ts'

/** One thing that is wrong, or worth a look, in a plan. An `error` blocks approval. */
export const Finding = z.object({
  number: z.number().int(),
  rule: z.string(),
  level: z.enum(['error', 'warning', 'note']),
  at: z.object({ part: PlanPart, id: z.string().nullable(), field: z.string().nullable() }),
  source: SourceRef.nullable(),
  figures: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  messageZh: z.string(),
  messageEn: z.string(),
  suggestionZh: z.string(),
  suggestionEn: z.string(),
  rows: z.array(z.string()).describe('rows of the requirement ledger'),
})
export type Finding = z.infer<typeof Finding>
