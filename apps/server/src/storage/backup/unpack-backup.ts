import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BackupError } from './backup-error.ts'
import { MANIFEST_ENTRY, Manifest } from './manifest.ts'
import { readTar, TarDamageError, type TarEntry } from './tar-reader.ts'

/** An entry's name never leads out of the folder it is unpacked into. */
const isSafe = (name: string): boolean =>
  !name.startsWith('/') && !name.split(/[/\\]/).some((part) => part === '..' || part === '')

const isAbsent = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

async function unpackEntry(entry: TarEntry, path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  const hash = createHash('sha256')
  const file = await open(path, 'w', 0o600)
  try {
    for await (const chunk of entry.content) {
      hash.update(chunk)
      await file.appendFile(chunk)
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

async function readText(entry: TarEntry): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of entry.content) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function parseManifest(text: string | undefined, file: string): Manifest {
  if (text === undefined) throw new BackupError('damaged_backup', { file, part: MANIFEST_ENTRY })
  const raw: unknown = JSON.parse(text)
  const manifest = Manifest.safeParse(raw)
  if (manifest.success) return manifest.data
  const version = typeof raw === 'object' && raw !== null && 'version' in raw ? Number(raw.version) : 0
  if (version > 1) throw new BackupError('newer_backup', { part: `version ${version}` })
  throw new BackupError('not_a_backup', { file })
}

/**
 * Unpacks a backup into `folder` and checks every entry against the manifest's SHA-256. Nothing else is touched.
 * Errors: throws `BackupError`: `backup_not_found`, `not_a_backup`, `damaged_backup` naming the part, `newer_backup`.
 */
export async function unpackBackup(file: string, folder: string): Promise<Manifest> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw isAbsent(cause) ? new BackupError('backup_not_found', { file }, { cause }) : cause
  })
  const sums = new Map<string, string>()
  let text: string | undefined
  try {
    for await (const entry of readTar(handle)) {
      if (!isSafe(entry.name)) throw new BackupError('damaged_backup', { file, part: entry.name })
      if (entry.name === MANIFEST_ENTRY) text = await readText(entry)
      else sums.set(entry.name, await unpackEntry(entry, join(folder, entry.name)))
    }
  } catch (cause) {
    if (!(cause instanceof TarDamageError)) throw cause
    throw new BackupError(sums.size === 0 ? 'not_a_backup' : 'damaged_backup', { file, part: cause.message }, { cause })
  } finally {
    await handle.close()
  }
  const manifest = parseManifest(text, file)
  for (const { name, sha256 } of manifest.entries)
    if (sums.get(name) !== sha256) throw new BackupError('damaged_backup', { file, part: name })
  return manifest
}
