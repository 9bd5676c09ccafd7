/** What a table can be when its headers are unknown: the targets of a free mapping (contract, `Mapping.format`). */
export const FREE_TARGETS = [
  { id: 'orders', nameZh: '订单', nameEn: 'Orders' },
  { id: 'events', nameZh: '访客行为', nameEn: 'Visitor events' },
  { id: 'shopDaily', nameZh: '店铺或商品日报', nameEn: 'Daily shop or item report' },
  { id: 'ads', nameZh: '推广报表', nameEn: 'Advertising report' },
  { id: 'items', nameZh: '商品资料', nameEn: 'Product master' },
  { id: 'stock', nameZh: '库存', nameEn: 'Stock' },
  { id: 'feedback', nameZh: '评价与服务', nameEn: 'Reviews and service' },
] as const
