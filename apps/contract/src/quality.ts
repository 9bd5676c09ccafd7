import { z } from 'zod'

/** GET /v1/stores/{store}/quality — what the shop's data can and cannot answer. */
export const QualityReport = z.object({
  tables: z.array(
    z.object({
      table: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      rows: z.number(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      days: z.number().describe('days with rows'),
      missingDays: z.array(z.string()).describe('days within the range without rows, first 400'),
      /** Share of rows with a known value, for the columns that matter. */
      coverage: z.array(z.object({ column: z.string(), known: z.number() })),
      latestAt: z.string().nullable(),
    }),
  ),
  missingEventTypes: z.array(z.string()),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['info', 'warning', 'error']),
      message: z.string(),
      messageEn: z.string(),
    }),
  ),
})
export type QualityReport = z.infer<typeof QualityReport>
