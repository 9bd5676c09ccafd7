import type { FileHandle } from 'node:fs/promises'

const BLOCK = 512
const CHUNK = 1 << 20

export type TarEntry = { name: string; bytes: number; content: AsyncIterable<Buffer> }

/** The archive ends early or a header does not add up. */
export class TarDamageError extends Error {
  override readonly name = 'TarDamageError'
}

const textAt = (header: Buffer, at: number, length: number): string =>
  header.toString('utf8', at, at + length).replace(/\0.*$/s, '')

/** Errors: throws when the header's sum is not the one it states. */
function checkSum(header: Buffer): void {
  const stated = Number.parseInt(textAt(header, 148, 8).trim(), 8)
  const copy = Buffer.from(header)
  copy.fill(' ', 148, 156)
  if (copy.reduce((total, byte) => total + byte, 0) !== stated) throw new TarDamageError('a header does not add up')
}

function readPax(text: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const [, key, value] of text.matchAll(/\d+ ([^=]+)=([^\n]*)\n/g)) if (key) values.set(key, value ?? '')
  return values
}

async function readExactly(file: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes)
  const { bytesRead } = await file.read(buffer, 0, bytes, position)
  if (bytesRead < bytes) throw new TarDamageError('the archive ends early')
  return buffer
}

async function* readContent(file: FileHandle, position: number, bytes: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes; ) {
    const part = await readExactly(file, position + done, Math.min(CHUNK, bytes - done))
    done += part.length
    yield part
  }
}

/**
 * Files of a tar archive in their order; each `content` may be read or left.
 * Errors: throws `TarDamageError`.
 */
export async function* readTar(file: FileHandle): AsyncGenerator<TarEntry> {
  let pax = new Map<string, string>()
  for (let position = 0; ; ) {
    const header = await readExactly(file, position, BLOCK)
    if (header.every((byte) => byte === 0)) return
    checkSum(header)
    const stated = Number.parseInt(textAt(header, 124, 12).trim(), 8)
    const bytes = Number(pax.get('size') ?? stated)
    const start = position + BLOCK
    position = start + Math.ceil(bytes / BLOCK) * BLOCK
    if (header[156] === 'x'.charCodeAt(0)) {
      pax = readPax((await readExactly(file, start, bytes)).toString('utf8'))
      continue
    }
    yield { name: pax.get('path') ?? textAt(header, 0, 100), bytes, content: readContent(file, start, bytes) }
    pax = new Map()
  }
}
