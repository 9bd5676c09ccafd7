/**
 * Where the words of a command are. A frame is commands end to end; a command is little-endian 32-bit words, so it is decoded
 * in place from an `Int32Array`. Two-word numbers are low word first. `docs/order-core.md` draws the same picture.
 */
export const LAYOUT_VERSION = 1

/** Word 0: kind (bits 0–7), flags (8–15), length of the command in words (16–31). Word 1: count of lines (0–7), rest zero. */
export const HEAD = { kind: 0, lines: 1, id: 2, issuedAt: 6, words: 8 } as const

/** `source`, `device` and `signals` are how a request travelled: a retry over another network is still the same request. */
export const RESERVE = {
  source: 8,
  device: 10,
  signals: 12,
  /** What is known of those who ordered before, four bytes; 0: nothing. See `HISTORY`. */
  history: 13,
  content: 14,
  buyer: 14,
  address: 16,
  amount: 18,
  holdMs: 20,
  reserved: 21,
  lines: 22,
} as const

/** Item in bits 0–23, flags in bits 24–31. `alternative` 0: none. */
export const LINE = { item: 0, quantity: 1, version: 2, alternative: 3, words: 4 } as const

export const ITEM_BITS = 24
export const ITEM_MASK = 0xffffff

/** On a line of a reserve. */
export const LINE_FLAG = {
  /** The line is a present: when it is gone, `alternative` is given. */
  gift: 1,
  /** When the alternative is gone as well, the order stands without it. */
  mayBeMissing: 2,
} as const

/** In the low half of `signals`; the age of the account in days is in the high half. */
export const SIGNAL = { verified: 1, newAddress: 2, newDevice: 4, proxyNetwork: 8, holdForCheck: 16 } as const

/** First bit of each byte of `history`. */
export const HISTORY = { amountToUsual: 0, buyerFraud: 8, sourceFraud: 16, deviceFraud: 24 } as const

export const RESERVE_FLAG = {
  /** Stock is taken at payment (付款减库存): the order is sold at once, nothing is held. */
  paid: 1,
} as const

export const PAY = { order: 8, amount: 12, words: 14 } as const
export const PAY_DEPOSIT = { order: 8, amount: 12, balance: 14, words: 16 } as const
export const RELEASE = { order: 8, words: 12 } as const
export const RETURN = { order: 8, item: 12, quantity: 13, words: 14 } as const
export const RETURN_FLAG = {
  /** The goods cannot be sold again: they leave the stock for good. */
  scrap: 1,
  /** The buyer may buy these units again under the limits. */
  restoreLimit: 2,
} as const

export const OPEN_ITEM = {
  item: 8,
  stock: 9,
  buyerLimit: 10,
  addressLimit: 11,
  limitGroup: 12,
  gate: 13,
  version: 14,
  holdSeconds: 15,
  opensAt: 16,
  closesAt: 18,
  balanceFrom: 20,
  balanceUntil: 22,
  parts: 24,
} as const
export const PART = { item: 0, units: 1, words: 2 } as const

/** Terms as in `OPEN_ITEM`; word 9 says whether the item is closed. */
export const CHANGE_TERMS = { item: 8, closed: 9, words: 24 } as const
export const ADJUST_STOCK = { item: 8, delta: 9, words: 10 } as const

export const OPEN_GATE = {
  gate: 8,
  perSecond: 9,
  sourceLimit: 10,
  seed: 11,
  opensAt: 12,
  ticketSeconds: 14,
  words: 15,
} as const
export const ENTER_GATE = {
  source: 8,
  device: 10,
  signals: 12,
  spare: 13,
  content: 14,
  buyer: 14,
  gate: 16,
  words: 17,
} as const
export const BLOCK = { key: 8, until: 10, words: 12 } as const
export const SET_SCORECARD = { version: 8, verifyFrom: 9, denyFrom: 10, bins: 11 } as const

/** Bounds of one command; what does not fit is `command_malformed` before anything is journaled. */
export const BOUNDS = {
  linesMax: 32,
  partsMax: 16,
  quantityMax: 1_000_000,
  stockMax: 1_000_000_000,
  binsMax: 256,
} as const

const TWO_32 = 0x1_0000_0000

/** A two-word unsigned number; exact to 2^53. */
export const pairAt = (words: Int32Array, at: number): number =>
  ((words[at + 1] as number) >>> 0) * TWO_32 + ((words[at] as number) >>> 0)

export function setPair(words: Int32Array, at: number, value: number): void {
  words[at] = value | 0
  words[at + 1] = Math.floor(value / TWO_32) | 0
}
