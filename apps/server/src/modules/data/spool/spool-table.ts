import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { PartForm } from '@zhanggui/imports'
import { asUtf8, decodeChunks } from './decode-chunks.ts'
import { type Dialect, spooledDelimiter } from './dialect.ts'
import type { RecordBatch } from './record-runs.ts'
import type { SourceTable } from './source-table.ts'
import { type RecordFault, RecordSplitter } from './split-records.ts'

/**
 * Records of a part: of an import's first one few, so that the engine soon has something to do; of the others more, because
 * planning a statement as long as a part's costs as much as reading many thousand rows, yet no more than a crash may cost.
 */
const [FIRST_RECORDS, FURTHER_RECORDS] = [60_000, 640_000]

/** How tables are cut: numbers of parts mean something only among parts that were cut alike. */
export const PART_SIZES = `first ${FIRST_RECORDS}, then ${FURTHER_RECORDS}`

const PART_BYTES = 96 * 1024 * 1024

/** A piece of a table as clean UTF-8 CSV on disk; `lines` where no record of it has a quote. */
export type SpooledPart = {
  path: string
  form: PartForm
  /** Data records before this part. */
  rowBase: number
  records: number
  bytes: number
}

/** What was learnt on the way; complete once the last part is out. */
export type SpoolReport = {
  records: number
  faults: readonly RecordFault[]
  faultCount: number
  /** Bytes that were no UTF-8 were replaced. */
  invalidBytes: boolean
  lineOf(row: number): number
}

/** Line of a data row: rows are counted from 0 below the header. */
function lineFinder(splitter: RecordSplitter, skipped: number, isSheet: boolean) {
  return (row: number): number => {
    const record = row + skipped
    if (isSheet) return record + 1
    const steps = splitter.lineSteps
    let [low, high] = [0, steps.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((steps[middle]?.record ?? 0) <= record) low = middle
      else high = middle - 1
    }
    const step = steps[low] ?? { record: 0, line: 1 }
    return step.line + record - step.record
  }
}

/** Takes the first `count` records off a piece. */
function dropRecords(bytes: Buffer, count: number): Buffer {
  let at = 0
  for (let i = 0; i < count && at >= 0; i++) at = bytes.indexOf(0x0a, at) + 1
  return bytes.subarray(at)
}

class PartWriter {
  private file: FileHandle | null = null
  private part: SpooledPart
  private readonly folder: string
  private count = 0
  private room: number
  constructor(folder: string, firstRecords: number) {
    this.folder = folder
    this.room = firstRecords
    this.part = this.next(0)
  }
  private next(rowBase: number): SpooledPart {
    return { path: join(this.folder, `part-${this.count++}.csv`), form: 'lines', rowBase, records: 0, bytes: 0 }
  }
  get full(): boolean {
    return this.part.records >= this.room || this.part.bytes >= PART_BYTES
  }
  /** The bytes are in the file when this is answered: they may lie in memory that is used again. */
  async write(batches: readonly RecordBatch[]): Promise<void> {
    if (batches.length === 0) return
    this.file ??= await open(this.part.path, 'w')
    for (const { bytes, records, quoted } of batches) {
      this.part.records += records
      this.part.bytes += bytes.length
      if (quoted) this.part.form = 'csv'
    }
    await writeAll(this.file, batches)
  }
  async close(): Promise<SpooledPart | null> {
    if (!this.file) return null
    await this.file.close()
    this.file = null
    const done = this.part
    this.room = FURTHER_RECORDS
    this.part = this.next(done.rowBase + done.records)
    return done
  }
}

/** A system writes at most 1024 pieces at once. */
const PIECES_AT_ONCE = 1000

async function writeAll(file: FileHandle, batches: readonly RecordBatch[]): Promise<void> {
  for (let at = 0; at < batches.length; at += PIECES_AT_ONCE)
    await file.writev(batches.slice(at, at + PIECES_AT_ONCE).map((b) => b.bytes))
}

/**
 * Writes a table to `folder` as part files of whole records, in order; the consumer deletes each part when it is done with it.
 * `isFirst`: it is the first of its import.
 * The same table always gives the same parts, so a broken import can go on at the part where it stopped.
 */
export function spoolTable(
  table: SourceTable,
  dialect: Dialect,
  folder: string,
  { isFirst, signal }: { isFirst: boolean; signal?: AbortSignal | undefined },
): { parts: AsyncGenerator<SpooledPart>; report: SpoolReport; bytesRead: () => number } {
  const skipped = dialect.headerRow === null ? 0 : dialect.headerRow + 1
  const splitter = new RecordSplitter(spooledDelimiter(dialect), skipped)
  const report: SpoolReport = {
    records: 0,
    faults: splitter.faults,
    faultCount: 0,
    invalidBytes: false,
    lineOf: lineFinder(splitter, skipped, table.isSheet),
  }
  let bytesRead = 0
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of table.read()) {
      signal?.throwIfAborted()
      bytesRead += chunk.length
      yield chunk
    }
  }
  async function* parts(): AsyncGenerator<SpooledPart> {
    await mkdir(folder, { recursive: true })
    const writer = new PartWriter(folder, isFirst ? FIRST_RECORDS : FURTHER_RECORDS)
    let toSkip = skipped
    const belowHeader = (batch: RecordBatch): RecordBatch[] => {
      const dropped = Math.min(toSkip, batch.records)
      toSkip -= dropped
      if (batch.records === dropped) return []
      // A heading with line breaks inside is a batch of its own, and no others are dropped by counting lines.
      const { bytes, repaired } = asUtf8(dropped > 0 ? dropRecords(batch.bytes, dropped) : batch.bytes)
      report.invalidBytes ||= repaired
      const records = batch.records - dropped
      report.records += records
      return [{ bytes, records, quoted: batch.quoted }]
    }
    for await (const chunk of decodeChunks(counted(), dialect)) {
      await writer.write(splitter.push(chunk).flatMap(belowHeader))
      report.faultCount = splitter.faultCount
      if (!writer.full) continue
      const part = await writer.close()
      if (part) yield part
    }
    await writer.write(splitter.finish().flatMap(belowHeader))
    report.faultCount = splitter.faultCount
    const last = await writer.close()
    if (last) yield last
  }
  return { parts: parts(), report, bytesRead: () => bytesRead }
}
