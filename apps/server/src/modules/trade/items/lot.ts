import type { ItemBook } from './item-book.ts'

/** What the core calls the units of an item that one channel may sell. */
export const lotOf = (skuId: string, channel: string): string => `${skuId}@${channel}`

/** Names under which an item may have stock for an order of a channel. */
export const stockNames = (skuId: string, channel: string): string[] =>
  channel === '' ? [skuId] : [lotOf(skuId, channel), skuId]

/** The stock that an order of a channel draws on: its channel's own lot where the item was allocated, else the item itself. */
export const stockNumber = (book: ItemBook, skuId: string, channel: string): number | undefined =>
  stockNames(skuId, channel)
    .map((name) => book.named(name)?.number)
    .find((number) => number !== undefined)
