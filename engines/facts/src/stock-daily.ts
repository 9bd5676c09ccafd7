import { factTable } from './fact-table.ts'

export const STOCK_DAILY = factTable({
  name: 'stock_daily',
  meaning: 'stock at the end of the day, one row a SKU',
  mode: 'replace',
  columns: [
    { name: 'store', type: 'LowCardinality(String)', meaning: 'shop id' },
    { name: 'day', type: 'Date', meaning: 'business day' },
    { name: 'sku_id', type: 'String', meaning: 'sellable variant' },
    { name: 'item_id', type: 'String', meaning: 'listing' },
    { name: 'category', type: 'LowCardinality(String)', meaning: 'category name' },
    { name: 'on_hand', type: 'Int32', meaning: 'units on hand at the end of the day' },
    { name: 'inbound', type: 'Int32', meaning: 'units received that day' },
    { name: 'on_sale', type: 'UInt8', meaning: '1 when the listing is up' },
    { name: 'cost_cents', type: 'Nullable(Int64)', meaning: 'unit cost' },
    { name: 'version', type: 'UInt64', meaning: 'import number: the row that stays' },
    { name: 'content_hash', type: 'UInt64', meaning: 'hash of everything but provenance' },
    { name: 'import_id', type: 'UInt32', meaning: 'import that brought the row' },
  ],
  orderBy: ['store', 'day', 'sku_id'],
  partitionBy: 'toYear(day)',
  shardBy: 'cityHash64(sku_id)',
})
