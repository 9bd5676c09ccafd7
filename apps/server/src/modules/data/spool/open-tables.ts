import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ImportFailure } from './import-failure.ts'
import { openXls } from './open-xls.ts'
import { openZip } from './open-zip.ts'
import { CHUNK_BYTES, readFileChunks } from './read-file-chunks.ts'
import type { Container, SourceTable } from './source-table.ts'
import { guardSize } from './unpack-limits.ts'

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((b, i) => head[i] === b)

function containerOf(head: Buffer): Container {
  if (startsWith(head, 0x1f, 0x8b)) return 'gzip'
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls'
  return 'csv'
}

/**
 * Gives the memory of an unpacked chunk back, once the last piece of it was used. Left to the garbage collector, a few dozen of
 * them make it walk through all that the server remembers, which takes longer than unpacking.
 */
function release(chunk: Buffer): void {
  const memory = chunk.buffer
  const isLastPiece = chunk.byteOffset + chunk.length === CHUNK_BYTES
  if (memory instanceof ArrayBuffer && memory.byteLength === CHUNK_BYTES && isLastPiece) memory.transfer(0)
}

/** A chunk holds until the next is asked for. */
async function* gunzip(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  const unpacked = pipeline(source, createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined)
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      yield chunk
      release(chunk)
    }
  } catch (cause) {
    throw new ImportFailure('unreadable_file', { file: basename(path) }, { cause })
  } finally {
    source.destroy()
  }
}

/**
 * The tables in a file, whatever it is packed in. The kind is told by the first bytes, never by the name.
 * Errors: throws `ImportFailure` (`file_missing`, `empty_file`, `unreadable_file`, `encrypted_file`, `no_table_inside`).
 */
export async function openTables(path: string, name = basename(path)): Promise<SourceTable[]> {
  const info = await stat(path).catch(() => null)
  if (!info?.isFile()) throw new ImportFailure('file_missing', { file: name })
  if (info.size === 0) throw new ImportFailure('empty_file', { file: name })
  const container = containerOf(await firstBytes(path))
  if (container === 'zip') return openZip(path, name)
  if (container === 'xls') return openXls(path, name)
  const packedBytes = info.size
  const read = (): AsyncIterable<Buffer> =>
    container === 'gzip' ? guardSize(gunzip(path), { name, packedBytes }) : readFileChunks(path)
  return [{ name: name.replace(/\.gz$/i, ''), container, read, isSheet: false }]
}
