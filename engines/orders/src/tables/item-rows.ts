/**
 * One row an item, 32 words: what every reserve reads is in the first cache line. Rows and not an array for each field,
 * because one decision reads many fields of one item: measured here, one line missed instead of nine.
 */
export const ITEM = {
  /** `ITEM_KIND`; 0: never opened. */
  kind: 0,
  free: 1,
  /** Reserved, not paid. */
  held: 2,
  /** Reserved, deposit paid. */
  locked: 3,
  sold: 4,
  /** Everything ever put in less what was scrapped: free + held + locked + sold, always. */
  stock: 5,
  version: 6,
  gate: 7,
  buyerLimit: 8,
  addressLimit: 9,
  limitGroup: 10,
  holdSeconds: 11,
  opensAt: 12,
  closesAt: 14,
  balanceFrom: 16,
  balanceUntil: 18,
  partFirst: 20,
  partCount: 21,
  closed: 22,
  words: 32,
} as const

/** Where units can be. */
export type StockColumn = typeof ITEM.free | typeof ITEM.held | typeof ITEM.locked | typeof ITEM.sold

export const itemRow = (item: number): number => item * ITEM.words
