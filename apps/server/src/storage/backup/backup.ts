import { access, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Context } from '../../context.ts'
import { secretPath } from '../secrets.ts'
import { BackupError } from './backup-error.ts'
import { dumpFacts } from './dump-facts.ts'
import { dumpRecords } from './dump-records.ts'
import { listHomeFiles } from './home-files.ts'
import { FILES_PREFIX, MANIFEST_ENTRY, type Manifest, SECRET_ENTRY } from './manifest.ts'
import { createTarWriter, type TarWriter } from './tar-writer.ts'

type BackupSource = Pick<Context, 'settings' | 'records' | 'facts' | 'clock'>

async function refuseExisting(file: string): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  )
  if (exists) throw new BackupError('backup_exists', { file })
}

/**
 * In this order: files, records, facts. What a record names is then in the facts; facts that no record knows yet are
 * harmless, since imports and events are told apart by their keys when they come again.
 */
async function writeEntries(source: BackupSource, tar: TarWriter, folder: string): Promise<Manifest> {
  const { settings, records, facts, clock } = source
  const madeAt = clock.now().toISOString()
  const entries: Manifest['entries'] = [await tar.addFile(SECRET_ENTRY, secretPath(settings.home))]
  for (const path of await listHomeFiles(settings.home))
    entries.push(await tar.addFile(`${FILES_PREFIX}${path}`, join(settings.home, path)))
  const add = async (path: string, prefix: string): Promise<string> => {
    const entry = await tar.addFile(`${prefix}/${basename(path)}`, path)
    await rm(path)
    entries.push(entry)
    return entry.name
  }
  const dumpedRecords = await dumpRecords(records, folder)
  const recordList: Manifest['records'] = []
  for (const { path, ...table } of dumpedRecords.tables)
    recordList.push({ ...table, entry: await add(path, 'records') })
  const dumpedFacts = await dumpFacts(facts, folder)
  const factList: Manifest['facts'] = []
  for (const { paths, ...table } of dumpedFacts.tables) {
    const names: string[] = []
    for (const path of paths) names.push(await add(path, 'facts'))
    factList.push({ ...table, entries: names })
  }
  const migrations = { records: dumpedRecords.migrations, facts: dumpedFacts.migrations }
  return { format: 'zhanggui-backup', version: 1, madeAt, migrations, records: recordList, facts: factList, entries }
}

/**
 * Everything of an installation into one tar file: records, facts, the secret and the files of the home folder. Works beside
 * a running server: everything answered before it began is in it. The file holds the secret and hashed buyers, so only its
 * owner may read it. The same file restores into embedded stores, PostgreSQL or ClickHouse.
 * Errors: throws `BackupError` `backup_exists`; a backup that fails leaves no file.
 */
export async function backup(source: BackupSource, target: string): Promise<Manifest> {
  const file = resolve(target)
  await refuseExisting(file)
  await mkdir(dirname(file), { recursive: true })
  const temp = join(source.settings.home, 'tmp')
  await mkdir(temp, { recursive: true })
  const folder = await mkdtemp(join(temp, 'backup-'))
  const unfinished = `${file}.part`
  try {
    const handle = await open(unfinished, 'w', 0o600)
    try {
      const tar = createTarWriter(handle)
      const manifest = await writeEntries(source, tar, folder)
      await tar.addText(MANIFEST_ENTRY, `${JSON.stringify(manifest, null, 2)}\n`)
      await tar.end()
      await handle.sync()
      await handle.close()
      await rename(unfinished, file)
      return manifest
    } finally {
      await handle.close()
    }
  } finally {
    await rm(unfinished, { force: true })
    await rm(folder, { recursive: true, force: true })
  }
}
