import { createHash } from 'node:crypto'
import { appendFileSync, cpSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateRecords } from '../../src/storage/records/migrate-records.ts'
import { RECORD_MIGRATIONS } from '../../src/storage/records/migrations/index.ts'
import { openPgliteRecordStore } from '../../src/storage/records/pglite-record-store.ts'

const BUFFERS = '16MB'

/** One for each version of PGlite, state of the migrations and user of the machine. */
async function templateFolder(): Promise<string> {
  const file = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(await readFile(join(file, '../../package.json'), 'utf8')) as { version: string }
  const state = createHash('sha256')
    .update(JSON.stringify([version, RECORD_MIGRATIONS, BUFFERS]))
    .digest('hex')
    .slice(0, 16)
  return join(tmpdir(), `zhanggui-new-records-${state}-${process.getuid?.() ?? 0}`)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function makeTemplate(template: string): Promise<void> {
  const beside = await mkdtemp(`${template}-`)
  const records = await openPgliteRecordStore(beside)
  await migrateRecords(records, { now: () => new Date(0) })
  await records.close()
  // Buffers of 128 MB, the default, are zeroed at every start; records of tests fill a tenth of these.
  appendFileSync(join(beside, 'postgresql.conf'), `shared_buffers = ${BUFFERS}\n`)
  // Whoever is first wins; the others' is the same.
  await rename(beside, template).catch(() => rm(beside, { recursive: true, force: true }))
}

/**
 * Puts the record store of a new installation into `folder`: every table, no row. PGlite takes three to four seconds of
 * computing to make one, so that it is made once for the machine and copied: tests then spend their time on what they test.
 */
export async function copyNewRecords(folder: string): Promise<void> {
  const template = await templateFolder()
  if (!(await exists(template))) await makeTemplate(template)
  await mkdir(folder, { recursive: true })
  // The synchronous copy takes a fifth of the computing of the other: the store is a thousand small files.
  cpSync(template, folder, { recursive: true })
}
