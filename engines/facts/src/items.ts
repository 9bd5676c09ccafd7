import { factTable } from './fact-table.ts'

/** The product master as metrics see it; a line without its own category, brand or cost takes it from here. */
export const ITEMS = factTable({
  name: 'items',
  meaning: 'product master, one row a listing and SKU',
  mode: 'replace',
  columns: [
    { name: 'store', type: 'LowCardinality(String)', meaning: 'shop id' },
    { name: 'item_id', type: 'String', meaning: 'listing' },
    { name: 'sku_id', type: 'String', meaning: 'sellable variant; empty for the listing itself' },
    { name: 'title', type: 'String', meaning: 'title' },
    { name: 'category', type: 'LowCardinality(String)', meaning: 'category name' },
    { name: 'brand', type: 'LowCardinality(String)', meaning: 'brand name' },
    { name: 'list_cents', type: 'Nullable(Int64)', meaning: 'list price' },
    { name: 'cost_cents', type: 'Nullable(Int64)', meaning: 'unit cost' },
    { name: 'on_sale', type: 'UInt8', meaning: '1 when up' },
    { name: 'listed_day', type: 'Nullable(Date)', meaning: 'day first listed' },
    { name: 'version', type: 'UInt64', meaning: 'import number: the row that stays' },
    { name: 'content_hash', type: 'UInt64', meaning: 'hash of everything but provenance' },
    { name: 'import_id', type: 'UInt32', meaning: 'import that brought the row' },
  ],
  orderBy: ['store', 'item_id', 'sku_id'],
  isEdited: true,
  partitionBy: null,
  shardBy: 'cityHash64(item_id)',
})
