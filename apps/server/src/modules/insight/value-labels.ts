import type { QueryResult } from '@zhanggui/contract'
import type { AnswerRow } from '@zhanggui/metrics'
import type { Context } from '../../context.ts'

/** Titles are looked up for at most this many items; a longer answer is read by machines. */
const MAX_TITLES = 5000

const valuesOf = (rows: readonly AnswerRow[], dimension: string): string[] =>
  [...new Set(rows.map((row) => row[dimension]))].filter((v) => typeof v === 'string' && v !== '') as string[]

/** The title of each item: as the product list has it, else as it was last sold. */
const TITLES = `SELECT
  item_id AS item,
  argMax(title, priority) AS title
FROM (
  SELECT item_id, title, (2, toDate('1970-01-01'), sku_id = '') AS priority
  FROM items FINAL
  WHERE store = {store:String} AND has({items:Array(String)}, item_id) AND title != ''
  UNION ALL
  SELECT item_id, title, (1, created_day, 0) AS priority
  FROM order_lines FINAL
  WHERE store = {store:String} AND has({items:Array(String)}, item_id) AND title != ''
)
GROUP BY item`

async function itemTitles(context: Context, store: string, items: readonly string[]): Promise<Record<string, string>> {
  if (items.length === 0 || items.length > MAX_TITLES) return {}
  const rows = await context.facts.query<{ item: string; title: string }>(TITLES, { store, items })
  return Object.fromEntries(rows.map(({ item, title }) => [item, title]))
}

/** Titles of the items in an answer; undefined when it is not by item. */
export async function labelsFor(
  context: Context,
  store: string,
  question: { by: readonly string[]; rows: readonly AnswerRow[] },
): Promise<QueryResult['labels']> {
  if (!question.by.includes('item')) return undefined
  return { item: await itemTitles(context, store, valuesOf(question.rows, 'item')) }
}
