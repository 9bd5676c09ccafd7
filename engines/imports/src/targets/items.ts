import type { ImportTarget } from '../import-target.ts'

/** The product master. */
export const ITEMS_TARGET: ImportTarget = {
  id: 'items',
  table: 'items',
  nameZh: '商品',
  nameEn: 'Products',
  fields: [
    {
      id: 'itemId',
      nameZh: '商品ID',
      nameEn: 'Listing id',
      kind: 'identifier',
      required: true,
      synonyms: ['宝贝id', '商品编号', 'item id', 'product id', 'id'],
    },
    { id: 'skuId', nameZh: 'SKU ID', nameEn: 'SKU id', kind: 'identifier', synonyms: ['skuid', '规格id', 'sku'] },
    {
      id: 'title',
      nameZh: '商品标题',
      nameEn: 'Title',
      kind: 'text',
      synonyms: ['商品名称', '宝贝标题', '标题', 'title', 'name', 'product name'],
    },
    {
      id: 'category',
      nameZh: '类目名称',
      nameEn: 'Category',
      kind: 'text',
      synonyms: ['类目', '商品类目', '主营类目', 'category', 'product category'],
    },
    { id: 'brand', nameZh: '品牌', nameEn: 'Brand', kind: 'text', synonyms: ['brand', '品牌名称'] },
    {
      id: 'listPrice',
      nameZh: '一口价',
      nameEn: 'List price',
      kind: 'money',
      synonyms: ['价格（元）', '商品价格', '价格', 'list price', 'price'],
    },
    { id: 'cost', nameZh: '成本价', nameEn: 'Unit cost', kind: 'money', synonyms: ['成本', 'cost', 'unit cost'] },
    { id: 'onSale', nameZh: '是否在售', nameEn: 'On sale', kind: 'flag', synonyms: ['商品状态', 'on sale'] },
    {
      id: 'listedDay',
      nameZh: '发布时间',
      nameEn: 'First listed',
      kind: 'day',
      synonyms: ['上架时间', 'listed', 'listed day'],
    },
  ],
  columns: {
    item_id: '{itemId}',
    sku_id: "coalesce({skuId}, '')",
    title: "coalesce({title}, '')",
    category: "coalesce({category}, '')",
    brand: "coalesce({brand}, '')",
    list_cents: '{listPrice}',
    cost_cents: '{cost}',
    on_sale: 'coalesce({onSale}, 1)',
    listed_day: '{listedDay}',
  },
  identity: 'natural',
  checks: [
    { when: 'coalesce({listPrice}, 0) < 0', code: 'out_of_range', field: 'listPrice' },
    // A list that went out with 0.01 was sold out in minutes: a few fen are a slip until somebody says otherwise.
    { when: 'coalesce({listPrice}, 0) BETWEEN 1 AND 9', code: 'nearly_free', field: 'listPrice' },
  ],
  classify: "if(isNull({skuId}), 'item', 'sku')",
}
