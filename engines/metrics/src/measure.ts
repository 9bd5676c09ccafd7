import type { TableName } from '@zhanggui/facts'
import type { DimensionId } from './dimension.ts'
import type { JoinId } from './join.ts'

/** A dimension as one source spells it: SQL over the source's row `f`, and the joins the SQL needs. */
export type SourceDimension = { sql: string; joins?: readonly JoinId[] }

/** How figures of stretches of days are put together; see `Source.together`. */
export type Together = 'added' | 'counted'

/**
 * Rows that measures are taken of: one fact table, or a question asked of it first (visits, the order sequence of a buyer).
 * The row is called `f` in every SQL of the source. SQL may use the shared places `{store:String}`, `{from:Date}`,
 * `{to:Date}`, `{zone:String}` and those of `QueryCalendar`; every value is bound.
 */
export type Source = {
  id: string
  /** The fact tables it reads, for the dictionary and for freshness. */
  tables: readonly TableName[]
  /** What follows FROM; ends in `AS f` (and FINAL where the table keeps replaced rows). */
  from: string
  /** The business day that a range is cut by. */
  day: string
  /** The instant that hours and minutes are cut by; null where the source knows days only. */
  at: string | null
  where: readonly string[]
  dimensions: Partial<Record<DimensionId, SourceDimension>>
  /** Rows to read when rows of several levels share a table, by the dimensions in use. */
  level?: (used: ReadonlySet<string>) => string
  /** Measures are taken of one row for each key of a cell (a buyer, an SKU) with these columns, not of `f`. */
  each?: { key: Readonly<Record<string, string>>; columns: Readonly<Record<string, string>> }
  /**
   * Whether figures of stretches of days can be put together: `added` where every row belongs to one day and all measures are
   * sums, `counted` where a key of `each` may stand in several stretches and measures say `ofStretches`.
   */
  together?: Together
  /** What a cell without rows says within the data: nothing happened (0), or nobody counted (null). */
  emptyIs: 0 | null
  /**
   * Where the data begins and ends: outside, every figure is unknown. `seen` marks the rows that show that the shop
   * counts this at all; without one, every figure is unknown too. SQL over the rows of `table` (a table of
   * the shop, or a question asked of one), called `f`.
   */
  coverage: { table: string; from: string; to: string; seen: string; latestAt: string | null }
}

/** A figure that SQL counts or sums. Ratios are made of measures afterwards, never in SQL. */
export type Measure = {
  id: string
  source: string
  /** An aggregate over the source's rows. NULL says unknown. May use `$periodFrom`, the first day of the row's period. */
  sql: string
  /** The same figure over the rows of several stretches of days, in each of which a key of the source may stand. */
  ofStretches?: string
  joins?: readonly JoinId[]
}
