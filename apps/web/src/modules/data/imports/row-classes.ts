import type { Text } from '../../../locale/strings.ts'
import { eventTypeName } from '../event-type-names.ts'

const NAMES: Record<string, Text> = {
  sale: { zh: '成交', en: 'Sales' },
  refund: { zh: '退款', en: 'Refunds' },
  cancellation: { zh: '取消', en: 'Cancellations' },
  adjustment: { zh: '调整', en: 'Adjustments' },
  writeoff: { zh: '核销', en: 'Write-offs' },
  unpaid: { zh: '未付款', en: 'Unpaid' },
  closed: { zh: '交易关闭', en: 'Closed' },
  zero: { zh: '零金额', en: 'Zero amount' },
  shop: { zh: '全店', en: 'Whole shop' },
  source: { zh: '流量来源', en: 'Traffic source' },
  item: { zh: '商品', en: 'Item' },
  sku: { zh: '规格', en: 'SKU' },
  in_stock: { zh: '有货', en: 'In stock' },
  out_of_stock: { zh: '缺货', en: 'Out of stock' },
  spend: { zh: '有花费', en: 'With spend' },
  positive: { zh: '好评', en: 'Positive' },
  negative: { zh: '差评', en: 'Negative' },
  review: { zh: '评价', en: 'Reviews' },
  nps: { zh: 'NPS 问卷', en: 'NPS surveys' },
  service: { zh: '客服会话', en: 'Service sessions' },
  dsr: { zh: '店铺评分', en: 'Shop ratings' },
}

/** The name of a row class: of an order line, or of an event by its type; one this release does not know shows under its own id. */
export const rowClassName = (id: string): Text => NAMES[id] ?? eventTypeName(id) ?? { zh: id, en: id }

export type RowClass = { id: string; rows: number; share: number }

/**
 * Classes of an import's rows, largest first, each with its share of all classified rows.
 * Shape: share between 0 and 1. Classes without rows are left out, so the total is never 0.
 */
export function rowClasses(classified: Readonly<Record<string, number>>): RowClass[] {
  const found = Object.entries(classified).filter(([, rows]) => rows > 0)
  const total = found.reduce((sum, [, rows]) => sum + rows, 0)
  return found
    .map(([id, rows]) => ({ id, rows, share: rows / total }))
    .sort((a, b) => b.rows - a.rows || a.id.localeCompare(b.id))
}
