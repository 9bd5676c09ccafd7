import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErasureReport } from '@zhanggui/contract'
import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { type BackupManifest, backup } from '../../../storage/backup/index.ts'
import { audit } from '../audit.ts'
import { auditEntries } from '../schema.ts'

type KnownBackup = ErasureReport['backups'][number]

/** A backup whose place stands in the trail, so that an erasure can name every backup that still holds a person. */
export async function notedBackup(context: Context, file: string, options: { actor: string }): Promise<BackupManifest> {
  const manifest = await backup(context, file)
  const after = { file, madeAt: manifest.madeAt }
  await audit(context, { store: null, ...options, action: 'backup', subject: 'backups/file', after })
  return manifest
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

async function folderEntries(folder: string): Promise<KnownBackup[]> {
  const names = await readdir(folder).catch(() => [])
  return names.map((name) => ({ file: join(folder, name), madeAt: null, present: true }))
}

/** Backups that the trail knows of, and what lies in the home folder's own places for backups and replaced data. */
export async function knownBackups(context: Context): Promise<KnownBackup[]> {
  const { home } = context.settings
  const rows = await context.records.db
    .select({ after: auditEntries.after })
    .from(auditEntries)
    .where(and(isNull(auditEntries.store), eq(auditEntries.action, 'backup')))
  const noted: KnownBackup[] = []
  for (const { after } of rows) {
    const { file, madeAt } = JSON.parse(after) as { file: string; madeAt: string }
    noted.push({ file, madeAt, present: await isThere(file) })
  }
  const folders = [...(await folderEntries(join(home, 'backups'))), ...(await folderEntries(join(home, 'replaced')))]
  const known = new Set(noted.map(({ file }) => file))
  return [...noted, ...folders.filter(({ file }) => !known.has(file))]
}
