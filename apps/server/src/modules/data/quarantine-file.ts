import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import type { RejectedRow } from '@zhanggui/contract'

const HEADERS = ['file', 'line', 'column', 'value', 'code', 'reason', 'reason_en'] as const

/** A cell that a spreadsheet would run as a formula is made text by an apostrophe. */
export const formulaSafe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** A cell of CSV, always quoted. */
const quoted = (text: string): string => `"${formulaSafe(text).replaceAll('"', '""')}"`

/** Writes refused rows as CSV that spreadsheets open rightly (UTF-8 with byte-order mark). */
export async function writeQuarantine(path: string, rows: AsyncIterable<RejectedRow>): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = createWriteStream(path, { mode: 0o600 })
  file.write(`\ufeff${HEADERS.join(',')}\r\n`)
  for await (const { file: name, line, column, value, code, reason, reasonEn } of rows) {
    const cells = [name, String(line), column, value, code, reason, reasonEn]
    if (!file.write(`${cells.map(quoted).join(',')}\r\n`)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}
