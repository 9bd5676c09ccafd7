/** One row an order, 16 words: one cache line. The first four are its id (see `IdTable`). */
export const ORDER = {
  id: 0,
  /** `ORDER_STATE` in bits 0–7, bit 8: presale, bit 9: deposit paid. */
  state: 4,
  /** First line cell plus one. */
  firstLine: 5,
  buyer: 6,
  address: 8,
  /** What is due next, or what was paid last. */
  amount: 10,
  /** When the hold (the balance window, the retention) ends. */
  deadline: 12,
  /** Neighbours on the wheel; a row that is free keeps the next free one in `next`. */
  next: 14,
  previous: 15,
  words: 16,
} as const

export const ORDER_STATE = { none: 0, held: 1, locked: 2, sold: 3, released: 4, lapsed: 5, refundDue: 6 } as const
export type OrderState = keyof typeof ORDER_STATE

export const STATE_MASK = 0xff
export const PRESALE_BIT = 0x100
/** The deposit of the presale has been paid. */
export const DEPOSIT_BIT = 0x200

/** A line of an order, four words. `item` carries `CELL_FLAG` in bits 24–31. */
export const CELL = { item: 0, quantity: 1, returned: 2, next: 3, words: 4 } as const

export const CELL_FLAG = {
  /** Counted under the limit of the buyer (of the address): closing the order gives it back. */
  buyerCounted: 1,
  addressCounted: 2,
  gift: 4,
  /** The alternative was given instead of the gift asked for. */
  alternative: 8,
} as const
