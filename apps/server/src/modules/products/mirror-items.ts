import type { Context } from '../../context.ts'
import type { RecordTx } from '../../storage/records/record-store.ts'
import type { SavedRow } from '../admin/resources/define-resource.ts'
import { bumpGoodsRevision } from '../promotions/records/price-revision.ts'

const STRUCTURE =
  'item_id String, title String, category String, brand String, list_cents Nullable(Int64), cost_cents Nullable(Int64), on_sale UInt8'

/** As text: a JSON number would lose digits of a 19-digit id. */
const toItem = ({ data, state, removed }: SavedRow): Record<string, unknown> => ({
  item_id: data.itemId,
  title: data.title,
  category: data.category ?? '',
  brand: data.brand ?? '',
  list_cents: data.listCents ?? null,
  cost_cents: data.costCents ?? null,
  on_sale: state === 'onSale' && !removed ? 1 : 0,
})

/**
 * The row takes the version of the one it replaces: of two equal versions the later insert stays, so an edit by hand wins
 * over the import of before, and the next import wins over the edit. `import_id` 0 says that a person wrote it.
 */
const insertSql = (source: string): string => `
INSERT INTO items (store, item_id, sku_id, title, category, brand, list_cents, cost_cents, on_sale, listed_day, version, content_hash, import_id)
SELECT
  {store:String} AS store,
  edited.item_id AS item_id,
  '' AS sku_id,
  edited.title AS title,
  edited.category AS category,
  edited.brand AS brand,
  edited.list_cents AS list_cents,
  edited.cost_cents AS cost_cents,
  edited.on_sale AS on_sale,
  known.first_day AS listed_day,
  known.latest AS version,
  cityHash64(title, category, brand, ifNull(toString(list_cents), '-'), ifNull(toString(cost_cents), '-'), on_sale) AS content_hash,
  0 AS import_id
FROM ${source} AS edited
LEFT JOIN (
  SELECT
    item_id,
    argMax(items.listed_day, items.version) AS first_day,
    max(items.version) AS latest
  FROM items
  WHERE store = {store:String} AND sku_id = ''
  GROUP BY item_id
) AS known ON known.item_id = edited.item_id`

/** Copies saved products into the fact table `items`, where categories, brands and costs are looked up; prices read them anew. */
export async function mirrorItems(
  context: Context,
  tx: RecordTx,
  store: string,
  rows: readonly SavedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const lines = rows.map((row) => JSON.stringify(toItem(row))).join('\n')
  await context.facts.ingest({
    sql: insertSql,
    structure: STRUCTURE,
    format: 'JSONEachRow',
    body: { data: Buffer.from(lines) },
    params: { store },
  })
  await bumpGoodsRevision(tx, store)
}
