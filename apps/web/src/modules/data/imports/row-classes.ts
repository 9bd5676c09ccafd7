import type { Text } from '../../../locale/strings.ts'

const NAMES: Record<string, Text> = {
  sale: { zh: '成交', en: 'Sales' },
  refund: { zh: '退款', en: 'Refunds' },
  cancellation: { zh: '取消', en: 'Cancellations' },
  adjustment: { zh: '调整', en: 'Adjustments' },
  writeoff: { zh: '核销', en: 'Write-offs' },
  unpaid: { zh: '未付款', en: 'Unpaid' },
  closed: { zh: '交易关闭', en: 'Closed' },
  zero: { zh: '零金额', en: 'Zero amount' },
  negative: { zh: '负金额', en: 'Negative amount' },
}

/** The name of a row class; one this release does not know shows under its own id. */
export const rowClassName = (id: string): Text => NAMES[id] ?? { zh: id, en: id }

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
