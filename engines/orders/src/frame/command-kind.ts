/** Kinds of command. Numbers are on the wire and in journals: they never change and are never used again. */
export const KIND = {
  openItem: 1,
  changeTerms: 2,
  adjustStock: 3,
  reserve: 4,
  pay: 5,
  payDeposit: 6,
  release: 7,
  returnGoods: 8,
  openGate: 9,
  enterGate: 10,
  block: 11,
  setScorecard: 12,
} as const

export type CommandKind = keyof typeof KIND

/** What an item number stands for. A `coupon` is stock too: its units are uses, its terms version is the coupon's version. */
export const ITEM_KIND = { sku: 1, gift: 2, presale: 3, store: 4, coupon: 5, bundle: 6 } as const
export type ItemKind = keyof typeof ITEM_KIND
