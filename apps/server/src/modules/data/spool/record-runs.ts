/** What a splitter hands on: whole records as bytes, how many, and whether a quote stands anywhere in them. */
export type RecordBatch = { bytes: Buffer; records: number; quoted: boolean }

/** Records that lie one behind the other in a chunk, as they came; `first` is the number of the first one in its table. */
type Run = { start: number; end: number; first: number; records: number; quoted: boolean }

/**
 * The records of one chunk, put together again where nothing came between them: a slice for every record would cost more than
 * reading it. The first `headings` records are never together with one that may hold a line break: whoever drops them counts lines.
 */
export class RunsOf {
  private readonly bytes: Buffer
  private readonly headings: number
  private readonly batches: RecordBatch[] = []
  private run: Run | null = null

  constructor(bytes: Buffer, headings: number) {
    this.bytes = bytes
    this.headings = headings
  }

  /** Records that stay where they are. */
  add(next: Run): void {
    const { run } = this
    const follows = run?.end === next.start && (run.first >= this.headings || !(run.quoted || next.quoted))
    if (!run || !follows) {
      this.close()
      this.run = { ...next }
      return
    }
    run.end = next.end
    run.records += next.records
    run.quoted ||= next.quoted
  }

  /** Records that were written anew. */
  put(batch: RecordBatch): void {
    this.close()
    this.batches.push(batch)
  }

  finish(): RecordBatch[] {
    this.close()
    return this.batches
  }

  private close(): void {
    if (!this.run) return
    const { start, end, records, quoted } = this.run
    this.batches.push({ bytes: this.bytes.subarray(start, end), records, quoted })
    this.run = null
  }
}
