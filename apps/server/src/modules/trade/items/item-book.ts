import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { tradeItems } from '../schema.ts'

export type BookedItem = typeof tradeItems.$inferSelect

/** Names that are not in the book are looked up in the records at most so often: unknown ones cost nobody a query each. */
const RELOAD_MS = 1000

/** The items of a shop by their names and by their numbers, kept in memory: every order line is looked up here. */
export class ItemBook {
  private readonly context: Context
  private readonly store: string
  private byName: ReadonlyMap<string, BookedItem> = new Map()
  private byNumber: ReadonlyMap<number, BookedItem> = new Map()
  private loadedAt = Number.NEGATIVE_INFINITY

  constructor(context: Context, store: string) {
    this.context = context
    this.store = store
  }

  async reload(): Promise<void> {
    const rows = await this.context.records.db
      .select()
      .from(tradeItems)
      .where(eq(tradeItems.store, this.store))
      .orderBy(tradeItems.number)
    this.byName = new Map(rows.map((row) => [row.item, row]))
    this.byNumber = new Map(rows.map((row) => [row.number, row]))
    this.loadedAt = this.context.clock.now().getTime()
  }

  /** Makes sure that these are known as far as the records know them. */
  async know(names: Iterable<string>): Promise<void> {
    for (const name of names) {
      if (this.byName.has(name)) continue
      if (this.context.clock.now().getTime() - this.loadedAt >= RELOAD_MS) await this.reload()
      return
    }
  }

  named(name: string): BookedItem | undefined {
    return this.byName.get(name)
  }

  numbered(number: number): BookedItem | undefined {
    return this.byNumber.get(number)
  }

  all(): BookedItem[] {
    return [...this.byNumber.values()]
  }
}

const books = new WeakMap<Context['records'], Map<string, ItemBook>>()

/** One book a shop and installation. */
export function itemBookOf(context: Context, store: string): ItemBook {
  const ofStores = books.get(context.records) ?? new Map<string, ItemBook>()
  books.set(context.records, ofStores)
  const book = ofStores.get(store) ?? new ItemBook(context, store)
  ofStores.set(store, book)
  return book
}
