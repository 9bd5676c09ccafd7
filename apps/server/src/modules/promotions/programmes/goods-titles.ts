import type { Context } from '../../../context.ts'

/** What goods are called, by SKU or listing; an id that is not known, or has no title, stands for itself. */
export type TitleOf = (skuId: string) => string

/** A SKU's own title, else that of its listing. Only facts are asked: this is read inside transactions of the record store. */
const TITLES_SQL = `
SELECT
  wanted AS sku,
  argMax(title, sku_id = wanted) AS name
FROM items FINAL
ARRAY JOIN arrayFilter(id -> id = item_id OR id = sku_id, {skuIds:Array(String)}) AS wanted
WHERE store = {store:String}
  AND title != ''
  AND (has({skuIds:Array(String)}, sku_id) OR (sku_id = '' AND has({skuIds:Array(String)}, item_id)))
GROUP BY wanted`

export async function readTitles(context: Context, store: string, skuIds: readonly string[]): Promise<TitleOf> {
  const wanted = [...new Set(skuIds)]
  if (wanted.length === 0) return (skuId) => skuId
  const rows = await context.facts.query<{ sku: string; name: string }>(TITLES_SQL, { store, skuIds: wanted })
  const titles = new Map(rows.map(({ sku, name }) => [sku, name]))
  return (skuId) => titles.get(skuId) ?? skuId
}
