import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ApiFailure } from '../../http/api-failure.ts'
import { printable } from './spool/printable.ts'

/** What is known of an upload: its files by the names people gave them. They lie in the folder under their numbers. */
export type Upload = { id: string; files: { name: string; path: string }[] }

const DAY_MS = 86_400_000
/** An upload that nobody imported is forgotten after a week. */
const KEPT_DAYS = 7

const folderOf = (home: string, store: string): string => join(home, 'uploads', store)

/** Two files of one name stay two. */
function uniqueName(name: string, taken: readonly string[]): string {
  const base =
    printable(basename(name.replaceAll('\\', '/')))
      .trim()
      .slice(-200) || 'file'
  for (let n = 2, candidate = base; ; n++) {
    if (!taken.includes(candidate)) return candidate
    candidate = `${n}-${base}`
  }
}

/**
 * Streams files to disk.
 * Errors: rejects with `payload_too_large` when the stream was cut at the limit, and with `invalid_request` without a file.
 */
export async function receiveUpload(
  home: string,
  store: string,
  files: AsyncIterable<{ filename: string; file: Readable & { truncated: boolean } }>,
): Promise<Upload> {
  const id = randomUUID()
  const folder = join(folderOf(home, store), id)
  await mkdir(folder, { recursive: true })
  const upload: Upload = { id, files: [] }
  try {
    for await (const { filename, file } of files) {
      const name = uniqueName(
        filename,
        upload.files.map((f) => f.name),
      )
      const path = join(folder, String(upload.files.length))
      await pipeline(file, createWriteStream(path, { mode: 0o600 }))
      if (file.truncated) throw new ApiFailure('payload_too_large')
      upload.files.push({ name, path })
    }
    if (upload.files.length === 0) throw new ApiFailure('invalid_request', { where: 'files' })
    await writeFile(join(folder, 'upload.json'), JSON.stringify(upload.files.map((f) => f.name)))
    return upload
  } catch (cause) {
    await rm(folder, { recursive: true, force: true })
    throw cause
  }
}

/** Errors: throws `not_found` for an upload this shop does not have. */
export async function findUpload(home: string, store: string, id: string): Promise<Upload> {
  const isId = /^[0-9a-f-]{36}$/.test(id)
  const folder = join(folderOf(home, store), id)
  const names = isId ? await readFile(join(folder, 'upload.json'), 'utf8').catch(() => null) : null
  if (names === null) throw new ApiFailure('not_found', { what: `uploads/${id}` })
  const files = (JSON.parse(names) as string[]).map((name, i) => ({ name, path: join(folder, String(i)) }))
  return { id, files }
}

/** Removes uploads that are older than a week. */
export async function forgetOldUploads(home: string, now: Date): Promise<void> {
  const stores = await readdir(join(home, 'uploads')).catch(() => [])
  for (const store of stores)
    for (const id of await readdir(folderOf(home, store)).catch(() => [])) {
      const folder = join(folderOf(home, store), id)
      const info = await stat(folder).catch(() => null)
      if (info && now.getTime() - info.mtimeMs > KEPT_DAYS * DAY_MS) await rm(folder, { recursive: true, force: true })
    }
}
