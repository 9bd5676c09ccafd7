import type { TradeItem } from '@zhanggui/contract'
import type { ItemStock } from '@zhanggui/orders'
import type { BookedItem } from './item-book.ts'

/** An item as people read it: its name from the book, its units from the core. */
export function presentItem({ item, title }: BookedItem, stock: ItemStock): TradeItem {
  const { item: number, ...units } = stock
  return { item, number, title, ...units }
}
