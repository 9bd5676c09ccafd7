import { type OccasionRule, TMALL_OCCASIONS } from '@zhanggui/calendar'
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

/** The dictionary knows the platform's occasions; where one of the shop's own is among them, all have their names here. */
function occasionNames(ids: readonly string[], occasions: readonly OccasionRule[]): Record<string, string> | undefined {
  const used = occasions.filter(({ id }) => ids.includes(id))
  if (used.every((rule) => TMALL_OCCASIONS.some(({ id }) => id === rule.id))) return undefined
  return Object.fromEntries(used.map(({ id, nameZh }) => [id, nameZh]))
}

/** Titles of the items and names of the shop's own occasions in an answer; undefined when it is by neither. */
export async function labelsFor(
  context: Context,
  store: string,
  question: { by: readonly string[]; rows: readonly AnswerRow[]; occasions: readonly OccasionRule[] },
): Promise<QueryResult['labels']> {
  const { by, rows, occasions } = question
  const labels: NonNullable<QueryResult['labels']> = {}
  if (by.includes('item')) labels.item = await itemTitles(context, store, valuesOf(rows, 'item'))
  const names = by.includes('occasion') ? occasionNames(valuesOf(rows, 'occasion'), occasions) : undefined
  if (names) labels.occasion = names
  return Object.keys(labels).length > 0 ? labels : undefined
}
