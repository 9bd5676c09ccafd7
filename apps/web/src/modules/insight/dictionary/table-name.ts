import type { Language, Text } from '../../../locale/strings.ts'

const TABLES: Record<string, Text> = {
  order_lines: { zh: '订单', en: 'Orders' },
  events: { zh: '访客行为', en: 'Visitor events' },
  ad_daily: { zh: '推广报表', en: 'Advertising reports' },
  shop_daily: { zh: '店铺日报', en: 'Shop daily reports' },
  feedback: { zh: '评价与客服', en: 'Reviews and service' },
  stock_daily: { zh: '库存', en: 'Stock' },
  members: { zh: '会员名单', en: 'Member list' },
  social_posts: { zh: '社媒内容', en: 'Social posts' },
  items: { zh: '商品', en: 'Products' },
}

/** A fact table as operators call it; one that is not known here keeps its own name. */
export const tableName = (table: string, language: Language): string => TABLES[table]?.[language] ?? table
