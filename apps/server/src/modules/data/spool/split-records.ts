import { countLineFeeds } from './count-line-feeds.ts'
import { type RecordBatch, RunsOf } from './record-runs.ts'
import { regularRecords } from './regular-records.ts'

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22]

/** No record of a shop is longer; what is, is damage. */
export const RECORD_BYTES_MAX = 1024 * 1024

export type RecordFault = { line: number; code: 'unbalanced_quote' | 'record_too_long' }

/** Where a record, read from `start`, ends; `-1`: more bytes are needed. */
type Scan = { end: number; lines: number; rewritten: Buffer | null; fault: boolean }

/**
 * Cuts a byte stream of delimited text into whole records.
 * A quote opens only at the start of a cell; elsewhere it is a letter, and its cell is written anew in quotes: the engine
 * finds the ends of records by counting quotes, wherever they stand. A quoted cell that holds a line break and does not end
 * before a delimiter, or never ends, is an unbalanced quote: its first line is refused and reading goes on after it.
 * Lines without any quote, the usual case, pass through untouched.
 */
export class RecordSplitter {
  readonly faults: RecordFault[] = []
  /** Faults beyond those kept. */
  faultCount = 0
  /** Where records and lines part company: from record `record` on, the line is `line` + distance. */
  readonly lineSteps: { record: number; line: number }[] = [{ record: 0, line: 1 }]
  private readonly delimiter: number
  private readonly headings: number
  private carry: Buffer = Buffer.alloc(0)
  private record = 0
  private line = 1
  private skipping = false

  /** The first `headings` records are never joined with one that holds a line break: whoever drops them counts lines. */
  constructor(delimiter: string, headings = 0) {
    this.delimiter = delimiter.charCodeAt(0)
    this.headings = headings
  }

  /** Bytes in, whole records out; they may lie in the memory of `chunk`. */
  push(chunk: Buffer): RecordBatch[] {
    if (this.carry.length === 0) return this.consume(chunk, false)
    const lineEnd = chunk.indexOf(LF) + 1
    const straddling = Buffer.concat([this.carry, chunk.subarray(0, lineEnd)])
    const batch = lineEnd > 0 ? this.wholeRecord(straddling) : null
    // The usual case: one record of one line lies across the border, and the rest need not be copied.
    if (batch) return [batch, ...this.consume(chunk.subarray(lineEnd), false)]
    return this.consume(Buffer.concat([this.carry, chunk]), false)
  }

  /** The last record may lack its line end. */
  finish(): RecordBatch[] {
    const bytes =
      this.carry.length > 0 && this.carry.at(-1) !== LF ? Buffer.concat([this.carry, Buffer.of(LF)]) : this.carry
    return bytes.length > 0 ? this.consume(bytes, true) : []
  }

  private consume(bytes: Buffer, last: boolean): RecordBatch[] {
    const runs = new RunsOf(bytes, this.headings)
    let at = this.skipping ? this.skipLine(bytes, 0) : 0
    while (at < bytes.length) {
      const quote = bytes.indexOf(QUOTE, at)
      const plainEnd = bytes.lastIndexOf(LF, quote < 0 ? bytes.length : quote) + 1
      if (plainEnd > at) {
        runs.add({
          start: at,
          end: plainEnd,
          first: this.record,
          records: this.countPlain(bytes, at, plainEnd),
          quoted: false,
        })
        at = plainEnd
        continue
      }
      const regular = this.record < this.headings ? null : regularRecords(bytes, at, this.delimiter)
      if (regular && regular.records > 0) {
        const { end, records } = regular
        runs.add({ start: at, end, first: this.record, records, quoted: true })
        this.count(records)
        at = end
        continue
      }
      const scan = quote < 0 ? null : this.scanRecord(bytes, at)
      if (!scan || scan.end < 0) {
        const next = this.unfinished(bytes, at, last, quote >= 0)
        if (next < 0) break
        at = next
        continue
      }
      at = scan.fault ? this.refuse(bytes, at, 'unbalanced_quote') : this.accept(at, scan, runs)
    }
    this.carry = at < bytes.length ? Buffer.from(bytes.subarray(at)) : Buffer.alloc(0)
    return runs.finish()
  }

  private countPlain(bytes: Buffer, start: number, end: number): number {
    const records = countLineFeeds(bytes, start, end)
    this.count(records)
    return records
  }

  /** Records of one line each. */
  private count(records: number): void {
    this.record += records
    this.line += records
  }

  /** The bytes as a batch, if records of one line each end where they end; else `null`. */
  private wholeRecord(bytes: Buffer): RecordBatch | null {
    if (!bytes.includes(QUOTE)) return { bytes, records: this.countPlain(bytes, 0, bytes.length), quoted: false }
    if (this.record < this.headings) return null
    const { end, records } = regularRecords(bytes, 0, this.delimiter)
    if (end < bytes.length) return null
    this.count(records)
    return { bytes, records, quoted: true }
  }

  private accept(start: number, scan: Scan, runs: RunsOf): number {
    const first = this.record++
    this.line += scan.lines
    if (scan.lines !== 1) this.lineSteps.push({ record: this.record, line: this.line })
    if (scan.rewritten) runs.put({ bytes: scan.rewritten, records: 1, quoted: true })
    else runs.add({ start, end: scan.end, first, records: 1, quoted: true })
    return scan.end
  }

  /** A record whose end is not in sight. Shape: where to go on, or -1 to wait for more bytes. */
  private unfinished(bytes: Buffer, at: number, last: boolean, quoted: boolean): number {
    if (!last && bytes.length - at <= RECORD_BYTES_MAX) return -1
    return this.refuse(bytes, at, quoted ? 'unbalanced_quote' : 'record_too_long')
  }

  private refuse(bytes: Buffer, at: number, code: RecordFault['code']): number {
    this.faultCount++
    if (this.faults.length < 10_000) this.faults.push({ line: this.line, code })
    return this.skipLine(bytes, at)
  }

  private skipLine(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(LF, at)
    this.skipping = end < 0
    if (end < 0) return bytes.length
    this.line++
    this.lineSteps.push({ record: this.record, line: this.line })
    return end + 1
  }

  private scanRecord(bytes: Buffer, start: number): Scan {
    let at = start
    let lines = 1
    let fixes: { from: number; to: number }[] | null = null
    for (;;) {
      const cellStart = at
      if (bytes[at] === QUOTE) {
        const close = this.closingQuote(bytes, at + 1)
        if (close < 0) return { end: -1, lines, rewritten: null, fault: false }
        const inside = countLineFeeds(bytes, at, close)
        at = close + 1
        if (at >= bytes.length) return { end: -1, lines, rewritten: null, fault: false }
        if (!this.endsCell(bytes, at)) {
          if (inside > 0) return { end: at, lines, rewritten: null, fault: true }
          at = this.cellEnd(bytes, at)
          if (at < 0) return { end: -1, lines, rewritten: null, fault: false }
          fixes ??= []
          fixes.push({ from: cellStart, to: at })
        }
        lines += inside
      }
      at = this.cellEnd(bytes, at)
      if (at < 0) return { end: -1, lines, rewritten: null, fault: false }
      if (bytes[cellStart] !== QUOTE && holdsQuote(bytes, cellStart, at)) {
        fixes ??= []
        fixes.push({ from: cellStart, to: at })
      }
      if (bytes[at] === this.delimiter) at++
      else return { end: at + 1, lines, rewritten: fixes ? requote(bytes, start, at + 1, fixes) : null, fault: false }
    }
  }

  private closingQuote(bytes: Buffer, from: number): number {
    for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 2))
      if (bytes[at + 1] !== QUOTE) return at
    return -1
  }

  private endsCell(bytes: Buffer, at: number): boolean {
    const byte = bytes[at]
    return byte === this.delimiter || byte === LF || (byte === CR && bytes[at + 1] === LF)
  }

  /** The next delimiter or line feed. */
  private cellEnd(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at++) if (bytes[at] === this.delimiter || bytes[at] === LF) return at
    return -1
  }
}

function holdsQuote(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === QUOTE) return true
  return false
}

/** The opening quote of a badly quoted cell and its partner are dressing; all other quotes are letters. */
const undressed = (cell: string): string =>
  cell.startsWith('"') ? cell.slice(1).replaceAll('""', '"').replace('"', '') : cell

/** `"12" screen"` and `12" screen` as the text they mean, quoted the way RFC 4180 wants it. Byte for byte, hence latin1. */
function requote(bytes: Buffer, start: number, end: number, cells: readonly { from: number; to: number }[]): Buffer {
  const parts: Buffer[] = []
  let at = start
  for (const { from, to } of cells) {
    const text = bytes.toString('latin1', from, to)
    const trailing = text.endsWith('\r') ? '\r' : ''
    const inner = undressed(text.slice(0, text.length - trailing.length))
    parts.push(bytes.subarray(at, from), Buffer.from(`"${inner.replaceAll('"', '""')}"${trailing}`, 'latin1'))
    at = to
  }
  parts.push(bytes.subarray(at, end))
  return Buffer.concat(parts)
}
