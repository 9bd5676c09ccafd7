import { z } from 'zod'

/**
 * How the shop knows a person: buyer nick, customer number, phone, visitor id … as they stand in its files and events. One
 * person may have several. They are hashed as an import hashes them and are kept nowhere.
 */
export const PersonIdentifiers = z.array(z.string().trim().min(1).max(100)).min(1).max(20)

/** POST /v1/stores/{store}/people/erase — forgets a person in everything the installation keeps (P13.09). */
export const ErasePerson = z.object({
  identifiers: PersonIdentifiers,
  reason: z.string().trim().min(1).max(300).describe('must not hold an identifier: it stays in the audit trail'),
})
export type ErasePerson = z.infer<typeof ErasePerson>

/** What was done, and what is out of reach and has to be dealt with by hand. */
export const ErasureReport = z.object({
  /** Another keyed hash of each identifier: how the list of the forgotten and the audit trail name the person. */
  people: z.array(z.string()),
  /** Rows that said who it was; they stay without the person (`detached`), so that totals stay. */
  tables: z.array(z.object({ table: z.string(), detached: z.number().int(), cleared: z.array(z.string()) })),
  files: z.array(z.object({ path: z.string(), done: z.enum(['removed', 'masked']) })),
  /** Backups and replaced folders that were made before and still hold the person. */
  backups: z.array(z.object({ file: z.string(), madeAt: z.string().nullable(), present: z.boolean() })),
  /** Files outside the installation that imports were read from. */
  originals: z.array(z.string()),
})
export type ErasureReport = z.infer<typeof ErasureReport>

/** POST /v1/stores/{store}/people/export — everything that is kept of a person. */
export const ExportPerson = z.object({
  identifiers: PersonIdentifiers,
  format: z.enum(['json', 'csv']).default('json'),
})
export type ExportPerson = z.input<typeof ExportPerson>

export const PersonExport = z.object({
  store: z.string(),
  exportedAt: z.string(),
  tables: z.array(
    z.object({
      table: z.string(),
      meaning: z.string(),
      purposeZh: z.string(),
      purposeEn: z.string(),
      rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
    }),
  ),
})
export type PersonExport = z.infer<typeof PersonExport>

/**
 * GET /v1/stores/{store}/retention — what is kept of people, what for, and how long. `days` null: until it is erased.
 * After that `remove` deletes the rows, `detach` takes the person out of them and leaves the figures.
 */
export const RetentionRule = z.object({
  table: z.string(),
  meaning: z.string(),
  purposeZh: z.string(),
  purposeEn: z.string(),
  effect: z.enum(['remove', 'detach']),
  days: z.number().int().nullable(),
})
export type RetentionRule = z.infer<typeof RetentionRule>

/** PUT /v1/stores/{store}/retention/{table} */
export const SetRetention = z.object({
  days: z.number().int().min(30).max(36_500).nullable(),
  reason: z.string().trim().max(300).default(''),
})
export type SetRetention = z.input<typeof SetRetention>

/** POST /v1/stores/{store}/retention/run — without `apply` only counts what would go. */
export const RunRetention = z.object({ apply: z.boolean().default(false) })
export type RunRetention = z.input<typeof RunRetention>

export const RetentionRun = z.object({
  applied: z.boolean(),
  tables: z.array(
    z.object({ table: z.string(), effect: z.enum(['remove', 'detach']), before: z.string(), rows: z.number().int() }),
  ),
})
export type RetentionRun = z.infer<typeof RetentionRun>
