import { createHash } from 'node:crypto'
import { appendFileSync, cpSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../../src/settings.ts'
import { migrateFacts } from '../../src/storage/facts/migrate-facts.ts'
import { FACT_MIGRATIONS } from '../../src/storage/facts/migrations/index.ts'
import { openFactStore } from '../../src/storage/facts/open-fact-store.ts'
import { migrateRecords } from '../../src/storage/records/migrate-records.ts'
import { RECORD_MIGRATIONS } from '../../src/storage/records/migrations/index.ts'
import { openPgliteRecordStore } from '../../src/storage/records/pglite-record-store.ts'

/** The embedded stores, by their folders in a home. */
export type EmbeddedStore = 'records' | 'facts'

const BUFFERS = '16MB'
const LONG_AGO = { now: () => new Date(0) }

async function versionOf(name: string): Promise<string> {
  const file = createRequire(import.meta.url).resolve(name)
  const from = join('node_modules', name)
  const root = file.slice(0, file.lastIndexOf(from) + from.length)
  return (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }).version
}

/** One for each version of the engines, state of the migrations and user of the machine. */
async function templateFolder(): Promise<string> {
  const place = { database: readSettings({}).factsDatabase, cluster: undefined, onCluster: () => '' }
  const facts = FACT_MIGRATIONS.map(({ id, statements }) => [id, statements({ ...place, localTable: (name) => name })])
  const versions = await Promise.all(['@electric-sql/pglite', 'chdb'].map(versionOf))
  const state = createHash('sha256')
    .update(JSON.stringify([versions, RECORD_MIGRATIONS, facts, BUFFERS]))
    .digest('hex')
    .slice(0, 16)
  return join(tmpdir(), `zhanggui-new-installation-${state}-${process.getuid?.() ?? 0}`)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function makeRecords(folder: string): Promise<void> {
  const records = await openPgliteRecordStore(folder)
  await migrateRecords(records, LONG_AGO)
  await records.close()
  // Buffers of 128 MB, the default, are zeroed at every start; records of tests fill a tenth of these.
  appendFileSync(join(folder, 'postgresql.conf'), `shared_buffers = ${BUFFERS}\n`)
}

async function makeFacts(home: string): Promise<void> {
  const facts = await openFactStore(readSettings({ ZHANGGUI_HOME: home }))
  await migrateFacts(facts, LONG_AGO)
  await facts.close()
}

async function makeTemplate(template: string): Promise<void> {
  const beside = await mkdtemp(`${template}-`)
  await makeRecords(join(beside, 'records'))
  await makeFacts(beside)
  // Whoever is first wins; the others' is the same.
  await rename(beside, template).catch(() => rm(beside, { recursive: true, force: true }))
}

/**
 * Puts the stores of a new installation into the folder `home`: every table, no row. PGlite and chDB take four to five seconds of
 * computing to make them, so that they are made once for the machine and copied: tests then spend their time on what they test.
 * Not while an embedded fact store is open in this process.
 */
export async function copyNewInstallation(
  home: string,
  stores: readonly EmbeddedStore[] = ['records', 'facts'],
): Promise<void> {
  const template = await templateFolder()
  if (!(await exists(template))) await makeTemplate(template)
  await mkdir(home, { recursive: true })
  // The synchronous copy takes a fifth of the computing of the other: the stores are a thousand small files. Links within the
  // facts are relative and stay so, else a copy would write into the template.
  for (const store of stores)
    cpSync(join(template, store), join(home, store), { recursive: true, verbatimSymlinks: true })
}
