import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { encodeGbk } from '@zhanggui/text'
import { zipSync } from 'fflate'

/** A folder for the files of one test file; gone after `remove()`. */
export async function createFileFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-files-'))
  let count = 0
  return {
    folder,
    /** Writes bytes under a name of their own and gives the path. */
    async write(name: string, bytes: string | Uint8Array): Promise<string> {
      const path = join(folder, `${count++}-${name}`)
      await writeFile(path, bytes)
      return path
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export type FileFolder = Awaited<ReturnType<typeof createFileFolder>>

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((r) => `${r.map(quoted).join(',')}\r\n`).join('')

/** The same text in the encodings that exports come in. */
export const ENCODED: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with byte-order mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16LE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  GBK: (text) => encodeGbk(text) ?? new Uint8Array(),
  'UTF-8 once read as Latin-1': (text) => Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(text))),
}

/** A workbook with one sheet; numbers stay numbers. */
export function workbook(rows: readonly (readonly (string | number | Date)[])[], type: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((r) => [...r])), 'Sheet1')
  return write(book, { bookType: type, type: 'buffer', compression: true }) as Uint8Array
}

export const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files)
