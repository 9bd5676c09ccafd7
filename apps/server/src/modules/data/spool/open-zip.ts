import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ImportFailure } from './import-failure.ts'
import { openXlsx } from './open-xlsx.ts'
import type { SourceTable } from './source-table.ts'
import { guardSize } from './unpack-limits.ts'

/** An archive of reports holds a handful of files. */
const ENTRIES_MAX = 2000

/** Reading an entry by its name; each call opens the archive anew, so that a table can be read twice. */
export type ZipReader = {
  entries: readonly Entry[]
  read(entry: Entry): AsyncIterable<Buffer>
}

async function listEntries(path: string, name: string): Promise<Entry[]> {
  const entries: Entry[] = []
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: true })
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > ENTRIES_MAX) throw new ImportFailure('too_large_unpacked', { file: name })
    }
  } catch (cause) {
    if (cause instanceof ImportFailure) throw cause
    throw new ImportFailure('unreadable_file', { file: name }, { cause })
  } finally {
    zip?.close()
  }
  return entries
}

async function* readEntry(path: string, name: string, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new ImportFailure('encrypted_file', { file: name })
  let zip: ZipFile | undefined
  let stream: Readable | undefined
  try {
    zip = await openPromise(path, { autoClose: false })
    stream = await zip.openReadStreamPromise(entry)
    yield* stream as AsyncIterable<Buffer>
  } catch (cause) {
    throw new ImportFailure('unreadable_file', { file: `${name}/${entry.fileName}` }, { cause })
  } finally {
    stream?.destroy()
    zip?.close()
  }
}

const isTable = (entry: Entry): boolean =>
  /\.(csv|tsv|txt)$/i.test(entry.fileName) && !entry.fileName.startsWith('__MACOSX/')

/**
 * The tables of a ZIP: the sheets of a workbook, or each CSV inside.
 * Errors: throws `ImportFailure`.
 */
export async function openZip(path: string, name: string): Promise<SourceTable[]> {
  const entries = await listEntries(path, name)
  const reader: ZipReader = {
    entries,
    read: (entry) => guardSize(readEntry(path, name, entry), { name, packedBytes: Math.max(1, entry.compressedSize) }),
  }
  if (entries.some((e) => e.fileName.toLowerCase() === 'xl/workbook.xml')) return openXlsx(reader, name)
  const tables = entries.filter(isTable)
  if (tables.length === 0) throw new ImportFailure('no_table_inside', { file: name })
  return tables.map((entry) => ({
    name: `${name}/${entry.fileName}`,
    container: 'zip' as const,
    read: () => reader.read(entry),
    isSheet: false,
  }))
}
