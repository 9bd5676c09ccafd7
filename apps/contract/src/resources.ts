import { z } from 'zod'

export const RESOURCE_FIELD_KINDS = [
  'text',
  'longText',
  'money',
  'integer',
  'ratio',
  'day',
  'instant',
  'choice',
  'boolean',
  'reference',
  'json',
] as const

/** One field as a form or table shows it; made from the resource's Zod schema. */
export const ResourceField = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.enum(RESOURCE_FIELD_KINDS),
  required: z.boolean(),
  choices: z.array(z.object({ value: z.string(), nameZh: z.string(), nameEn: z.string() })).optional(),
  reference: z.string().optional(),
  helpZh: z.string().optional(),
  helpEn: z.string().optional(),
})
export type ResourceField = z.infer<typeof ResourceField>

/** GET /v1/resources — the declarations that the signed-in user may see. */
export const ResourceInfo = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  area: z.string(),
  fields: z.array(ResourceField),
  keyFields: z.array(z.string()).describe('together unique within the shop'),
  states: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), next: z.array(z.string()) })),
  canWrite: z.boolean(),
})
export type ResourceInfo = z.infer<typeof ResourceInfo>

/** Row of GET /v1/stores/{store}/resources/{resource}; `version` must be sent back on PUT (409 stale_version otherwise). */
export const ResourceRow = z.object({
  id: z.string(),
  version: z.number(),
  state: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
})
export type ResourceRow = z.infer<typeof ResourceRow>

export const ResourcePage = z.object({ rows: z.array(ResourceRow), total: z.number() })
export type ResourcePage = z.infer<typeof ResourcePage>
