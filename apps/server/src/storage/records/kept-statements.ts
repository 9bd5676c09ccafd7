import { setImmediate } from 'node:timers/promises'
import { type messages, type PGlite, parse, protocol, type QueryOptions, type Results } from '@electric-sql/pglite'

/** Statements that are kept ready; the one used longest ago makes room. */
const KEPT_MOST = 256

/** Texts that were seen once are remembered up to so many; then remembering begins anew. */
const SEEN_MOST = 2048

/** A longer text is an insert of many rows: it rarely comes again word for word. */
const TEXT_MOST = 8192

/**
 * Plans are made anew after so many runs. Nobody collects statistics in an embedded store, and so nothing else tells a plan that
 * its table has grown.
 */
const RUNS_A_PLAN = 1000

/** So long statements may follow each other before whoever knocks is heard, ms. */
const SLICE_MS = 2

const KEEPABLE = /^\s*(?:select|insert|update|delete|with)\b/i
const CHANGES_TABLES = /^\s*(?:create|alter|drop|do|truncate)\b/i

/** A statement that the store has parsed under a name: how its values are written and what its rows look like. */
type Kept = { name: string; types: readonly number[]; shape: messages.RowDescriptionMessage[] }

type Query = PGlite['query']

const { bind, close, describe, execute, parse: parseText, query: plainText, sync } = protocol.serialize

const isShape = (message: messages.BackendMessage): message is messages.RowDescriptionMessage =>
  message.name === 'rowDescription'

/**
 * Keeps statements that come again parsed and planned, and runs one in a single call of the embedded store. The library parses,
 * describes, plans and runs each anew in six calls, which takes four times as long as a look-up itself.
 */
class KeptStatements {
  private readonly client: PGlite
  private readonly kept = new Map<string, Kept>()
  private readonly seen = new Set<string>()
  private made = 0
  private runs = 0
  private heardAt = 0
  /** Tables have changed since statements were parsed. */
  private isStale = false

  constructor(client: PGlite) {
    this.client = client
  }

  /** Whether a text is to be run here: it came before, and is of a kind whose plan may be kept. */
  takes(text: string, options: QueryOptions | undefined): boolean {
    if (this.kept.has(text)) return true
    if (CHANGES_TABLES.test(text)) this.isStale = true
    if (text.length > TEXT_MOST || options?.paramTypes || options?.blob || !KEEPABLE.test(text)) return false
    if (this.seen.has(text)) return true
    if (this.seen.size >= SEEN_MOST) this.seen.clear()
    this.seen.add(text)
    return false
  }

  /** Runs a text that is taken. Errors: rejects with the store's error, as the library does. The caller holds the connection. */
  async run<T>(text: string, values: readonly unknown[], options: QueryOptions | undefined): Promise<Results<T>> {
    await this.letOthersBeHeard()
    await this.renew()
    const { name, types, shape } = this.kept.get(text) ?? (await this.keep(text))
    this.touch(text)
    const written = values.map((value, i) => this.write(value, types[i] ?? 0))
    const answer = await this.send(bind({ statement: name, values: written }), execute({}))
    const rowMode = options?.rowMode ?? 'object'
    return parse.parseResults([...shape, ...answer], this.readers(shape, options), { rowMode })[0] as Results<T>
  }

  /**
   * The store works in this thread. Without a turn of the event loop in between, statements follow each other for as long as there are any,
   * and nobody who knocks at the server meanwhile is heard.
   */
  private async letOthersBeHeard(): Promise<void> {
    if (performance.now() - this.heardAt < SLICE_MS) return
    await setImmediate()
    this.heardAt = performance.now()
  }

  /** Readers of just these columns: the library would put together all that it knows for each answer. */
  private readers(shape: Kept['shape'], options: QueryOptions | undefined): PGlite['parsers'] {
    const readers: PGlite['parsers'] = {}
    for (const { dataTypeID } of shape[0]?.fields ?? []) {
      const reader = options?.parsers?.[dataTypeID] ?? this.client.parsers[dataTypeID]
      if (reader) readers[dataTypeID] = reader
    }
    return readers
  }

  private write(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null
    return this.client.serializers[type]?.(value) ?? String(value)
  }

  /** One call of the store. Errors leave it ready for the next: everything up to the sync is skipped. */
  private send(...parts: readonly Uint8Array[]): Promise<messages.BackendMessage[]> {
    return this.client.execProtocolStream(Buffer.concat([...parts, sync()]), { syncToFs: false })
  }

  private async renew(): Promise<void> {
    if (this.isStale && this.kept.size > 0) {
      await this.client.execProtocolStream(plainText('DEALLOCATE ALL'), { syncToFs: false })
      this.kept.clear()
    }
    this.isStale = false
    if (++this.runs % RUNS_A_PLAN === 0)
      await this.client.execProtocolStream(plainText('DISCARD PLANS'), { syncToFs: false })
  }

  private async keep(text: string): Promise<Kept> {
    const name = `kept_${++this.made}`
    const about = await this.send(...this.room(), parseText({ name, text }), describe({ type: 'S', name }))
    const kept = { name, types: parse.parseDescribeStatementResults(about), shape: about.filter(isShape) }
    this.kept.set(text, kept)
    this.seen.delete(text)
    return kept
  }

  /** Makes room for one more. Closing what is not there is no error, so a try that failed half way does no harm. */
  private room(): Uint8Array[] {
    const [oldest] = this.kept
    if (this.kept.size < KEPT_MOST || !oldest) return []
    const [text, { name }] = oldest
    this.kept.delete(text)
    return [close({ type: 'S', name })]
  }

  private touch(text: string): void {
    const kept = this.kept.get(text)
    if (!kept) return
    this.kept.delete(text)
    this.kept.set(text, kept)
  }
}

/** From here on the client keeps statements that come again, inside transactions and outside. What it answers stays the same. */
export function keepStatements(client: PGlite): void {
  const statements = new KeptStatements(client)
  const plain: Query = client.query.bind(client)
  client.query = async (text, values = [], options) => {
    if (!statements.takes(text, options)) return plain(text, values, options)
    // The library's own order of locks: first against transactions, then against other statements.
    return client._runExclusiveTransaction(() => client._runExclusiveQuery(() => statements.run(text, values, options)))
  }
  const begin: PGlite['transaction'] = client.transaction.bind(client)
  client.transaction = (work) =>
    begin((tx) => {
      const plainInside: Query = tx.query.bind(tx)
      tx.query = async (text, values = [], options) => {
        if (tx.closed || !statements.takes(text, options)) return plainInside(text, values, options)
        return client._runExclusiveQuery(() => statements.run(text, values, options))
      }
      return work(tx)
    })
}
