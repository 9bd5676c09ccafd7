import { ApiFailure } from '../../../http/api-failure.ts'
import type { BookedItem, ItemBook } from './item-book.ts'

/** Errors: throws `not_found` for an item that was never opened. */
export function bookedItem(book: ItemBook, item: string): BookedItem {
  const booked = book.named(item)
  if (!booked) throw new ApiFailure('not_found', { what: `trade/items/${item}` })
  return booked
}

export const numberOf = (book: ItemBook, item: string): number => bookedItem(book, item).number
