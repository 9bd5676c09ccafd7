import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Clock } from '@zhanggui/kernel'
import type { Settings } from '../../settings.ts'
import { systemClock } from '../../system-clock.ts'
import type { FactStore } from '../facts/fact-store.ts'
import { migrateFacts } from '../facts/migrate-facts.ts'
import { FACT_MIGRATIONS } from '../facts/migrations/index.ts'
import { openFactStore } from '../facts/open-fact-store.ts'
import { takeHomeLock } from '../home-lock.ts'
import { migrateRecords } from '../records/migrate-records.ts'
import { RECORD_MIGRATIONS } from '../records/migrations/index.ts'
import { openRecordStore } from '../records/open-record-store.ts'
import type { RecordStore } from '../records/record-store.ts'
import { writeSecret } from '../secrets.ts'
import { BackupError } from './backup-error.ts'
import { loadFacts } from './load-facts.ts'
import { loadRecords } from './load-records.ts'
import { FILES_PREFIX, type Manifest, SECRET_ENTRY } from './manifest.ts'
import { setHomeAside } from './replaced-home.ts'
import { unpackBackup } from './unpack-backup.ts'

type Unpacked = { manifest: Manifest; folder: string }

/** Errors: throws `newer_backup` when the backup knows migrations that this program does not. */
function refuseNewer({ migrations }: Manifest): void {
  const known = [...RECORD_MIGRATIONS, ...FACT_MIGRATIONS].map((m) => m.id)
  const unknown = [...migrations.records, ...migrations.facts].find((id) => !known.includes(id))
  if (unknown) throw new BackupError('newer_backup', { part: `migration ${unknown}` })
}

async function restoreFiles(home: string, { manifest, folder }: Unpacked): Promise<void> {
  writeSecret(home, (await readFile(join(folder, SECRET_ENTRY), 'utf8')).trim())
  for (const { name } of manifest.entries.filter((e) => e.name.startsWith(FILES_PREFIX))) {
    const target = join(home, name.slice(FILES_PREFIX.length))
    await mkdir(dirname(target), { recursive: true })
    await rename(join(folder, name), target)
  }
}

/** Tables of the backup's age, its rows, then forward to the present. */
async function restoreRecords(records: RecordStore, { manifest, folder }: Unpacked, clock: Clock): Promise<void> {
  const [table] = await records.query('SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1')
  if (table) throw new BackupError('database_not_empty', { name: 'PostgreSQL', setting: 'DATABASE_URL' })
  const then = RECORD_MIGRATIONS.filter((m) => manifest.migrations.records.includes(m.id))
  await migrateRecords(records, clock, then)
  await loadRecords(
    records,
    manifest.records.map((r) => ({ table: r.table, path: join(folder, r.entry) })),
  )
  await migrateRecords(records, clock)
}

async function restoreFacts(facts: FactStore, { manifest, folder }: Unpacked, clock: Clock): Promise<void> {
  const [table] = await facts.query('SELECT 1 FROM system.tables WHERE database = {database:String} LIMIT 1', {
    database: facts.database,
  })
  if (table) throw new BackupError('database_not_empty', { name: 'ClickHouse', setting: 'ZHANGGUI_FACTS_DATABASE' })
  const then = FACT_MIGRATIONS.filter((m) => manifest.migrations.facts.includes(m.id))
  await migrateFacts(facts, clock, then)
  await loadFacts(
    facts,
    manifest.facts.map((f) => ({ ...f, paths: f.entries.map((entry) => join(folder, entry)) })),
  )
  await migrateFacts(facts, clock)
}

async function restoreStores(settings: Settings, unpacked: Unpacked, clock: Clock): Promise<void> {
  const records = await openRecordStore(settings, () => undefined)
  try {
    const facts = await openFactStore(settings)
    try {
      await restoreRecords(records, unpacked, clock)
      await restoreFacts(facts, unpacked, clock)
    } finally {
      await facts.close()
    }
  } finally {
    await records.close()
  }
}

/**
 * Puts a backup back into the installation that `settings` name, whatever its stores are. The file is checked whole before
 * anything is touched; with `force` the data of a home folder is replaced, and comes back when the restore fails. Database
 * servers must be empty.
 * Shape: the backup's manifest.
 * Errors: throws `BackupError`, or `HomeInUseError` while a server runs on the folder.
 */
export async function restore(
  settings: Settings,
  file: string,
  options: { force?: boolean; clock?: Clock } = {},
): Promise<Manifest> {
  const { force = false, clock = systemClock } = options
  const { home } = settings
  const lock = takeHomeLock(home, clock)
  const temp = join(home, 'tmp')
  await mkdir(temp, { recursive: true })
  const folder = await mkdtemp(join(temp, 'restore-'))
  try {
    const manifest = await unpackBackup(file, folder)
    refuseNewer(manifest)
    const former = await setHomeAside(home, { force })
    try {
      await restoreFiles(home, { manifest, folder })
      await restoreStores(settings, { manifest, folder }, clock)
    } catch (cause) {
      await former.putBack()
      throw cause
    }
    await former.discard()
    return manifest
  } finally {
    await rm(folder, { recursive: true, force: true })
    lock.release()
  }
}
