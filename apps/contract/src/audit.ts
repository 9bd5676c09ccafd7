import { z } from 'zod'

/** GET /v1/stores/{store}/audit — who changed what (P16.06); each entry carries the hash of the one before. */
export const AuditEntry = z.object({
  sequence: z.number(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string().describe('resource/id'),
  subjectName: z
    .string()
    .nullable()
    .describe('the person whom the subject is about; looked up when read, so that a forgotten person is only an id'),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string(),
  hash: z.string(),
  previousHash: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditPage = z.object({ entries: z.array(AuditEntry), total: z.number() })
export type AuditPage = z.infer<typeof AuditPage>

/** GET /v1/stores/{store}/audit/verify */
export const AuditVerification = z.object({
  intact: z.boolean(),
  checked: z.number(),
  firstBroken: z.number().nullable().describe('sequence of the first entry that does not fit'),
})
export type AuditVerification = z.infer<typeof AuditVerification>
