import type { Key } from '../../src/index.ts'
import { type Column, keyText, type ModelItem, type ModelLine, type Verdict } from './model-types.ts'

export type Books = { items: Map<number, ModelItem>; limits: Map<string, number> }
type Who = { buyer: Key; address: Key }

export const itemOf = (books: Books, item: number): ModelItem => {
  const found = books.items.get(item)
  if (!found) throw new Error(`Item ${item} is not open`)
  return found
}

/** An item is its own only part, unless it is a bundle. */
const partsOf = (item: ModelItem, number: number) =>
  item.kind === 'bundle' ? item.parts : [{ item: number, units: 1 }]

export const freeOf = (books: Books, number: number): number =>
  Math.min(
    ...partsOf(itemOf(books, number), number).map((part) => Math.floor(itemOf(books, part.item).free / part.units)),
  )

export function move(books: Books, number: number, quantity: number, from: Column, to: Column): void {
  for (const part of partsOf(itemOf(books, number), number)) {
    const item = itemOf(books, part.item)
    item[from] -= quantity * part.units
    item[to] += quantity * part.units
  }
}

export function scrap(books: Books, number: number, quantity: number): void {
  for (const part of partsOf(itemOf(books, number), number)) {
    const item = itemOf(books, part.item)
    item.sold -= quantity * part.units
    item.stock -= quantity * part.units
  }
}

const groupOf = (books: Books, number: number): number => itemOf(books, number).terms.limitGroup || number
const limitKey = (kind: string, key: Key, group: number): string => `${kind} ${keyText(key)} ${group}`

const have = (books: Books, key: string): number => books.limits.get(key) ?? 0

function bump(books: Books, key: string, by: number): void {
  books.limits.set(key, Math.max(0, have(books, key) + by))
}

const hasAddress = (who: Who): boolean => who.address[0] !== 0 || who.address[1] !== 0

/** Takes what is left of a line into a column, under the limits of whoever orders; nothing is changed by a refusal. */
export function takeLine(books: Books, line: ModelLine, who: Who, column: Column): Verdict {
  const quantity = line.quantity - line.returned
  const free = freeOf(books, line.item)
  const { kind } = itemOf(books, line.item)
  if (free < quantity)
    return { code: line.gift ? 'gift_gone' : kind === 'coupon' ? 'coupon_used_up' : 'out_of_stock', detail: free }
  const group = groupOf(books, line.item)
  const { buyerLimit, addressLimit } = itemOf(books, group).terms
  const buyerKey = limitKey('buyer', who.buyer, group)
  const addressKey = limitKey('address', who.address, group)
  if (buyerLimit > 0 && have(books, buyerKey) + quantity > buyerLimit)
    return { code: 'buyer_limit', detail: Math.max(0, buyerLimit - have(books, buyerKey)) }
  const byAddress = addressLimit > 0 && hasAddress(who)
  if (byAddress && have(books, addressKey) + quantity > addressLimit)
    return { code: 'address_limit', detail: Math.max(0, addressLimit - have(books, addressKey)) }
  line.buyerCounted = buyerLimit > 0
  line.addressCounted = byAddress
  if (line.buyerCounted) bump(books, buyerKey, quantity)
  if (line.addressCounted) bump(books, addressKey, quantity)
  move(books, line.item, quantity, 'free', column)
  return { code: 'accepted' }
}

export function uncountLine(books: Books, line: ModelLine, who: Who, quantity: number): void {
  const group = groupOf(books, line.item)
  if (line.buyerCounted) bump(books, limitKey('buyer', who.buyer, group), -quantity)
  if (line.addressCounted) bump(books, limitKey('address', who.address, group), -quantity)
}

export function giveLine(books: Books, line: ModelLine, who: Who, column: Column): void {
  const quantity = line.quantity - line.returned
  move(books, line.item, quantity, column, 'free')
  uncountLine(books, line, who, quantity)
  line.buyerCounted = false
  line.addressCounted = false
}

/** All lines or none, from the last to the first or the other way: a refusal gives back what was taken. */
export function takeLines(books: Books, lines: readonly ModelLine[], who: Who, column: Column): Verdict {
  for (const [i, line] of lines.entries()) {
    const verdict = takeLine(books, line, who, column)
    if (verdict.code === 'accepted') continue
    for (const taken of lines.slice(0, i)) giveLine(books, taken, who, column)
    return { ...verdict, line: i }
  }
  return { code: 'accepted' }
}
