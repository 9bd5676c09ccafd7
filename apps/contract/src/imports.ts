import { z } from 'zod'

/** GET /v1/formats */
export const FormatInfo = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  system: z.string().describe('千牛, 生意参谋, 阿里妈妈, public data, …'),
  target: z.string().describe('fact table it fills'),
  columns: z.array(z.string()).describe('headers that identify it'),
  noteZh: z.string(),
  noteEn: z.string(),
})
export type FormatInfo = z.infer<typeof FormatInfo>

/** How one column of a file becomes one field of a fact. */
export const ColumnMapping = z.object({
  column: z.number().int().min(0).describe('position in the file, from 0'),
  header: z.string(),
  field: z.string().nullable().describe('target field; null leaves the column out'),
  confidence: z.number().min(0).max(1),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

export const Mapping = z.object({
  format: z
    .string()
    .describe(
      'a format id, or the target for a free mapping: orders, events, ads, shopDaily, items, feedback, stock, members, social',
    ),
  columns: z.array(ColumnMapping),
  options: z
    .record(z.string(), z.string())
    .default({})
    .describe('e.g. dateOrder: dmy, paidBasis: net, year: 2014, kind: review'),
})
export type Mapping = z.infer<typeof Mapping>

/** Row of GET /v1/stores/{store}/mappings — what the shop has said the columns of a file mean. */
export const SavedMapping = z.object({
  fingerprint: z.string().describe('of the headers, in their order, however they are spelt'),
  name: z.string().nullable(),
  mapping: Mapping,
  fields: z
    .array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() }))
    .describe('that its columns fill'),
  updatedAt: z.string(),
  updatedBy: z.string(),
  uses: z.number().describe('files with these headers that were imported'),
  lastUse: z.object({ importId: z.number(), file: z.string(), at: z.string() }).nullable(),
})
export type SavedMapping = z.infer<typeof SavedMapping>

/** PUT /v1/stores/{store}/mappings/{fingerprint} */
export const RenameMapping = z.object({ name: z.string().trim().min(1).max(60) })
export type RenameMapping = z.input<typeof RenameMapping>

/** One thing about a file that only a person can settle; the answer goes into `Mapping.options` under `id`. */
export const ImportOption = z.object({
  id: z.string().describe('year, dateOrder, paidBasis, day, …'),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.enum(['choice', 'year', 'day', 'text']),
  choices: z.array(z.object({ value: z.string(), nameZh: z.string(), nameEn: z.string() })).default([]),
  helpZh: z.string().default('').describe('what changes with it, and what is taken when it is left empty'),
  helpEn: z.string().default(''),
})
export type ImportOption = z.input<typeof ImportOption>

/** What a file looks like before anything is imported. */
export const FilePreview = z.object({
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  container: z.enum(['csv', 'xlsx', 'xls', 'zip', 'gzip']),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  headerRow: z.number().nullable().describe('1-based; null when the file has no header'),
  headers: z.array(z.string()),
  sampleRows: z.array(z.array(z.string())),
  format: z.string().nullable().describe('recognised format'),
  mapping: Mapping,
  fields: z.array(
    z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), kind: z.string(), required: z.boolean() }),
  ),
  /** The options that this format and target understand. */
  options: z.array(ImportOption).optional(),
  warnings: z.array(z.object({ code: z.string(), message: z.string(), messageEn: z.string() })),
})
export type FilePreview = z.infer<typeof FilePreview>

/** POST /v1/stores/{store}/uploads (multipart) answers this; start with POST /v1/stores/{store}/imports. */
export const UploadResult = z.object({ uploadId: z.string(), files: z.array(FilePreview) })
export type UploadResult = z.infer<typeof UploadResult>

/** GET /v1/stores/{store}/uploads/{upload} answers UploadResult again, so that a link or a reload finds the same files. */

/**
 * POST /v1/stores/{store}/uploads/{upload}/preview — reads one uploaded file again as another format, for another target
 * or with another header row; answers FilePreview.
 */
export const PreviewAgain = z.object({
  name: z.string().describe('FilePreview.name'),
  format: z.string().optional().describe('a format id or a free target; left out keeps what was recognised'),
  headerRow: z.number().int().min(1).max(50).nullable().optional().describe('1-based; null: the file has no header'),
})
export type PreviewAgain = z.infer<typeof PreviewAgain>

export const StartImport = z.object({
  uploadId: z.string(),
  files: z.array(z.object({ name: z.string(), mapping: Mapping })).min(1),
  dryRun: z.boolean().default(false),
  /** Saves each mapping under its header fingerprint for the shop's next file. */
  saveMapping: z.boolean().default(true),
  source: z.string().max(200).default('').describe('where the file comes from'),
  permissionBasis: z.string().max(200).default('own_data').describe('why we may use it'),
})
export type StartImport = z.input<typeof StartImport>

export const IMPORT_STATES = [
  'queued',
  'reading',
  'checking',
  'publishing',
  'done',
  'cancelled',
  'failed',
  'interrupted',
] as const
export const ImportState = z.enum(IMPORT_STATES)
export type ImportState = z.infer<typeof ImportState>

/** GET /v1/stores/{store}/imports/{id}; text/event-stream on …/progress. */
export const ImportJob = z.object({
  id: z.number(),
  store: z.string(),
  state: ImportState,
  files: z.array(
    z.object({ name: z.string(), sha256: z.string(), bytes: z.number(), format: z.string(), rows: z.number() }),
  ),
  rows: z.number(),
  accepted: z.number(),
  updated: z.number().describe('of accepted: rows that replaced an older state of the same order or day'),
  duplicates: z.number(),
  rejected: z.number(),
  classified: z
    .record(z.string(), z.number())
    .describe('rows by class: sale, refund, cancellation, adjustment, unpaid, zero, …'),
  progress: z.number().min(0).max(1),
  seconds: z.number().nullable(),
  quarantine: z.string().nullable().describe('path or URL of the file with the rejected rows; null when none'),
  dryRun: z.boolean(),
  from: z.string().nullable().describe('first business day in the file'),
  to: z.string().nullable(),
  source: z.string(),
  permissionBasis: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string(), messageEn: z.string() }).nullable(),
})
export type ImportJob = z.infer<typeof ImportJob>

/** GET …/imports/{id}/rejects?limit= — the first rejected rows, for the page. */
export const RejectedRow = z.object({
  file: z.string(),
  line: z.number(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  reason: z.string(),
  reasonEn: z.string(),
})
export type RejectedRow = z.infer<typeof RejectedRow>
