import { locateHeader, recogniseHeadless } from '@zhanggui/imports'
import { detectMojibake, repairMojibake } from '@zhanggui/text'
import { detectDelimiter } from './detect-delimiter.ts'
import { detectEncoding } from './detect-encoding.ts'
import type { Dialect } from './dialect.ts'
import { parseSample } from './parse-sample.ts'
import { printable } from './printable.ts'
import type { SourceTable } from './source-table.ts'

const SAMPLE_BYTES = 256 * 1024
const SAMPLE_ROWS = 40

async function readSample(table: SourceTable): Promise<{ sample: Buffer; whole: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of table.read()) {
    // The next chunk may lie in the same memory.
    chunks.push(Buffer.from(chunk))
    size += chunk.length
    if (size >= SAMPLE_BYTES) break
  }
  return { sample: Buffer.concat(chunks).subarray(0, SAMPLE_BYTES), whole: size < SAMPLE_BYTES }
}

/** Whole lines only: the last one of a cut sample may end anywhere. */
function wholeLines(text: string, whole: boolean): string {
  if (whole) return text
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return end > 0 ? text.slice(0, end + 1) : text
}

const isBareCr = (text: string): boolean => text.includes('\r') && !text.includes('\n')

/** A file without headers: the known form's names, else numbered columns. */
function namedColumns(rows: readonly (readonly string[])[]): string[] {
  const format = recogniseHeadless(rows.slice(0, 5))
  if (format?.headless) return [...format.headless.columns]
  return (rows[0] ?? []).map((_, i) => `column_${i + 1}`)
}

function trimmedHeaders(row: readonly string[]): string[] {
  const headers = row.map((h) =>
    printable(h)
      .replace(/^\ufeff/, '')
      .trim(),
  )
  while (headers.length > 1 && headers.at(-1) === '') headers.pop()
  return headers
}

/** Undoes a wrong reading of the headers, cell by cell: one cell that was damaged beyond repair spoils no other. */
function repairedRows(rows: string[][]): { rows: string[][]; mojibake: Dialect['mojibake'] } {
  const votes = rows
    .flat()
    .map(detectMojibake)
    .filter((kind) => kind !== null)
  const [kind] = votes
  const spoilt = rows.flat().filter((cell) => /[^ -~\s]/.test(cell)).length
  if (!kind || votes.filter((v) => v === kind).length < spoilt * 0.6) return { rows, mojibake: null }
  return { rows: rows.map((r) => r.map((c) => repairMojibake(c, kind) ?? c)), mojibake: kind }
}

/** Option `headerRow`: a row number from 1, or `none`. Anything else leaves it to recognition. */
function givenHeaderRow(option: string | undefined): number | null | undefined {
  if (option === 'none') return null
  const row = Number(option)
  return Number.isInteger(row) && row >= 1 && row <= SAMPLE_ROWS ? row - 1 : undefined
}

/** How a table is written, from its first 256 KB. `headerRow` overrules where the header is looked for. */
export async function sniffDialect(table: SourceTable, headerRowOption?: string): Promise<Dialect> {
  const { sample, whole } = await readSample(table)
  const encoding = table.isSheet ? 'utf-8' : detectEncoding(sample)
  const decoded = new TextDecoder(encoding).decode(sample)
  const bareCr = isBareCr(decoded)
  const text = wholeLines(bareCr ? decoded.replaceAll('\r', '\n') : decoded, whole)
  const lines = text
    .split(/\r?\n/)
    .slice(0, SAMPLE_ROWS)
    .filter((l) => l.trim() !== '')
  const delimiter = table.isSheet ? ',' : detectDelimiter(lines)
  const { rows, mojibake } = repairedRows(parseSample(text, delimiter, SAMPLE_ROWS))
  const given = givenHeaderRow(headerRowOption)
  const headerRow = given === undefined ? locateHeader(rows) : given
  const headers = headerRow === null ? namedColumns(rows) : trimmedHeaders(rows[headerRow] ?? [])
  const sampleRows = rows.slice(headerRow === null ? 0 : headerRow + 1).filter((r) => r.length > 0)
  return { encoding, mojibake, delimiter, bareCr, headerRow, headers, sampleRows }
}
