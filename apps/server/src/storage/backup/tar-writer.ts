import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { stat } from 'node:fs/promises'

const BLOCK = 512

/** Text or number into a fixed place of a header; numbers are octal, as tar has it. */
const put = (header: Buffer, at: number, text: string): void => {
  header.write(text, at, 'utf8')
}
const octal = (n: number, width: number): string => `${n.toString(8).padStart(width - 1, '0')}\0`

/** A ustar header (POSIX 1003.1-1988). `type` '0' is a file, 'x' holds what the next header has no room for. */
function tarHeader(entry: { name: string; bytes: number; type: '0' | 'x' }): Buffer {
  const header = Buffer.alloc(BLOCK)
  put(header, 0, entry.name)
  put(header, 100, octal(0o600, 8))
  put(header, 108, octal(0, 8))
  put(header, 116, octal(0, 8))
  put(header, 124, octal(entry.bytes, 12))
  put(header, 136, octal(0, 12))
  put(header, 148, ' '.repeat(8))
  put(header, 156, entry.type)
  put(header, 257, 'ustar\x0000')
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(header, 148, `${sum.toString(8).padStart(6, '0')}\0 `)
  return header
}

/** `<length> key=value\n`, the length counting itself. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`
  const size = Buffer.byteLength(rest)
  const digits = String(size + String(size).length).length
  return `${size + digits}${rest}`
}

const padding = (bytes: number): Buffer => Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK)

const SIZE_MAX = 0o77777777777

/** Headers of one entry: names over 100 bytes, names that are not ASCII and sizes over 8 GB go into a pax header before it. */
function headersOf(name: string, bytes: number): Buffer {
  const plain = /^[\x20-\x7e]{1,100}$/.test(name)
  const records = [
    ...(plain ? [] : [paxRecord('path', name)]),
    ...(bytes > SIZE_MAX ? [paxRecord('size', String(bytes))] : []),
  ]
  const main = tarHeader({ name: plain ? name : 'long-name', bytes: bytes > SIZE_MAX ? 0 : bytes, type: '0' })
  if (records.length === 0) return main
  const pax = Buffer.from(records.join(''))
  return Buffer.concat([tarHeader({ name: 'pax', bytes: pax.length, type: 'x' }), pax, padding(pax.length), main])
}

export type WrittenEntry = { name: string; bytes: number; sha256: string }

export type TarWriter = {
  /** Adds a file of this machine under `name`. Shape: what was written, with its SHA-256. */
  addFile(name: string, path: string): Promise<WrittenEntry>
  addText(name: string, text: string): Promise<WrittenEntry>
  /** Ends the archive; the caller closes the file. */
  end(): Promise<void>
}

/** Writes a tar archive that any tar can read, one entry after the other, without holding one in memory. */
export function createTarWriter(file: FileHandle): TarWriter {
  const write = async (data: Buffer): Promise<void> => {
    await file.appendFile(data)
  }
  const add = async (name: string, bytes: number, content: AsyncIterable<Buffer> | Buffer[]): Promise<WrittenEntry> => {
    await write(headersOf(name, bytes))
    const hash = createHash('sha256')
    let written = 0
    for await (const chunk of content) {
      // A file that grew since its size was taken keeps the size that the header promised.
      const part = chunk.subarray(0, bytes - written)
      hash.update(part)
      await write(part)
      written += part.length
    }
    if (written !== bytes) throw new Error(`${name} shrank from ${bytes} to ${written} bytes while it was read`)
    await write(padding(bytes))
    return { name, bytes, sha256: hash.digest('hex') }
  }
  return {
    async addFile(name, path) {
      return add(name, (await stat(path)).size, createReadStream(path) as AsyncIterable<Buffer>)
    },
    addText(name, text) {
      const data = Buffer.from(text)
      return add(name, data.length, [data])
    },
    end: () => write(Buffer.alloc(2 * BLOCK)),
  }
}
