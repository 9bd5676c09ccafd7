import { z } from 'zod'

/** What a backup says about itself; the last entry of the file. */
export const Manifest = z.object({
  format: z.literal('zhanggui-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  /** Migrations that were applied when it was made: data is loaded into tables of that age, which then go forward. */
  migrations: z.object({ records: z.array(z.string()), facts: z.array(z.string()) }),
  records: z.array(z.object({ table: z.string(), rows: z.number(), entry: z.string() })),
  facts: z.array(
    z.object({
      table: z.string(),
      rows: z.number(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      entries: z.array(z.string()),
    }),
  ),
  entries: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST_ENTRY = 'manifest.json'
export const SECRET_ENTRY = 'secret.key'
/** Other files of the home folder stand under this, by their path in it. */
export const FILES_PREFIX = 'files/'
