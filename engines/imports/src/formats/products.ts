import { importFormat } from '../import-format.ts'
import { ITEMS_TARGET } from '../targets/items.ts'

/** 商品发布模板: headers that stand twice are the product's first, then the SKU's. */
export const ITEM_PUBLISH_TEMPLATE = importFormat({
  id: 'item_publish_template',
  nameZh: '天猫 商品发布模板（批量编辑）',
  nameEn: 'Tmall product template (bulk edit)',
  system: '商家中心',
  target: ITEMS_TARGET,
  signature: ['商品Id', '类目名称', '商品标题', '一口价', 'skuId'],
  fields: {
    itemId: ['商品Id'],
    skuId: ['skuId'],
    title: ['商品标题'],
    category: ['类目名称'],
    listPrice: ['价格（元）', '一口价'],
  },
  noteZh: '重复的“商家编码”“发货时间”按位置区分：前者属商品，后者属 SKU。',
  noteEn: 'Columns that occur twice go by position: first the product, then the SKU.',
})

export const SHOP_ITEMS = importFormat({
  id: 'shop_items',
  nameZh: '商家中心 商品信息',
  nameEn: 'Product list',
  system: '商家中心',
  target: ITEMS_TARGET,
  signature: ['商品id', '商品名称', '品牌', '商品价格', '发布时间'],
  fields: {
    itemId: ['商品id'],
    title: ['商品名称'],
    brand: ['品牌'],
    listPrice: ['商品价格'],
    listedDay: ['发布时间'],
  },
  noteZh: '商品主数据：类目、品牌、价格供指标按维度分析。',
  noteEn: 'Product master: category, brand and price for analysis by dimension.',
})

export const COMPLETEJOURNEY_PRODUCTS = importFormat({
  id: 'completejourney_products',
  nameZh: 'Complete Journey 商品',
  nameEn: 'Complete Journey products',
  system: 'public data',
  target: ITEMS_TARGET,
  signature: [
    'product_id',
    'manufacturer_id',
    'department',
    'brand',
    'product_category',
    'product_type',
    'package_size',
  ],
  fields: { itemId: ['product_id'], title: ['product_type'], category: ['product_category'], brand: ['brand'] },
  noteZh: '供 Complete Journey 交易按类目、品牌分析。',
  noteEn: 'Categories and brands for the Complete Journey transactions.',
})

/** One row a listing and day; the last day's price stands. */
export const DOUBLE11_BEAUTY = importFormat({
  id: 'double11_beauty_2016',
  system: 'public data',
  target: ITEMS_TARGET,
  nameZh: '双11 美妆商品（2016）',
  nameEn: 'Double-11 cosmetics listings (2016)',
  signature: ['update_time', 'id', 'title', 'price', 'sale_count', 'comment_count', '店名'],
  fields: { itemId: ['id'], title: ['title'], listPrice: ['price'], brand: ['店名'], listedDay: ['update_time'] },
  rank: 'toUInt64(coalesce({listedDay}, toDate(0)))',
  noteZh: '每个商品保留最近一天的价格；店名作为品牌。',
  noteEn: 'Each listing keeps the price of its last day; the shop stands as the brand.',
})
