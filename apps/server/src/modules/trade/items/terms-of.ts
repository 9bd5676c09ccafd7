import type { TradeTerms } from '@zhanggui/contract'
import { NO_TERMS, type Terms } from '@zhanggui/orders'
import type { ItemBook } from './item-book.ts'
import { numberOf } from './number-of.ts'

const millisecondsOf = (instant: string | undefined): number => (instant === undefined ? 0 : Date.parse(instant))

/** Terms in the words of the shop as the core takes them. Errors: throws `not_found` for a limit group that is not open. */
export function termsOf(book: ItemBook, terms: TradeTerms): Terms {
  const { limitGroup, opensAt, closesAt, balanceFrom, balanceUntil, ...plain } = terms
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  return {
    ...NO_TERMS,
    ...given,
    limitGroup: limitGroup === undefined ? 0 : numberOf(book, limitGroup),
    opensAt: millisecondsOf(opensAt),
    closesAt: millisecondsOf(closesAt),
    balanceFrom: millisecondsOf(balanceFrom),
    balanceUntil: millisecondsOf(balanceUntil),
  }
}
