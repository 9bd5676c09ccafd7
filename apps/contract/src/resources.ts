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
  /** Of a resource whose rows people share: whether the reader made this one and may change it. */
  mine: z.boolean().optional(),
  /** On an answer to a change: the change waits for a second person under this id, and the row is as it was. */
  waitingApproval: z.string().optional(),
})
export type ResourceRow = z.infer<typeof ResourceRow>

export const ResourcePage = z.object({ rows: z.array(ResourceRow), total: z.number() })
export type ResourcePage = z.infer<typeof ResourcePage>

/** Query of GET /v1/stores/{store}/resources/{resource}; `q` looks into the text fields, `filter` is `field:value`. */
export const ResourceListQuery = z.object({
  q: z.string().max(100).optional(),
  filter: z.union([z.string().max(300), z.array(z.string().max(300)).max(10)]).optional(),
  state: z.string().max(40).optional(),
  sort: z.string().max(60).optional().describe('a field id, or createdAt or updatedAt'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export type ResourceListQuery = z.input<typeof ResourceListQuery>

/** POST …/resources/{resource} */
export const CreateResource = z.object({
  data: z.record(z.string(), z.unknown()),
  reason: z.string().max(300).default(''),
})
export type CreateResource = z.input<typeof CreateResource>

/** PUT …/resources/{resource}/{id} */
export const UpdateResource = CreateResource.extend({ version: z.number().int().min(1) })
export type UpdateResource = z.input<typeof UpdateResource>

/** POST …/resources/{resource}/{id}/state */
export const MoveResource = z.object({
  state: z.string().max(40),
  version: z.number().int().min(1),
  reason: z.string().max(300).default(''),
})
export type MoveResource = z.input<typeof MoveResource>

/** GET …/resources/{resource}/{id}/history */
export const ResourceHistory = z.object({
  entries: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      action: z.string(),
      reason: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
})
export type ResourceHistory = z.infer<typeof ResourceHistory>

/** POST …/resources/{resource}/import (multipart, field `file`, CSV or XLSX): all rows are written or none. */
export const ResourceImportResult = z.object({
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  /** The rows wait for a second person under this id; nothing is written yet. */
  waitingApproval: z.string().optional(),
  ignoredColumns: z.array(z.string()).describe('headers of the file that are no field'),
  rejected: z.array(
    z.object({ line: z.number(), field: z.string(), value: z.string(), message: z.string(), messageEn: z.string() }),
  ),
})
export type ResourceImportResult = z.infer<typeof ResourceImportResult>
