import type { CommandKind, ItemKind } from './command-kind.ts'

/** 128 bits as four 32-bit words, chosen by the client. */
export type Id = readonly [number, number, number, number]

/** 64 bits as two 32-bit words, low first: who or where, as a keyed hash. The core never sees a name, phone or address. */
export type Key = readonly [number, number]

/** What is promised about an item. Instants are UTC milliseconds; 0 stands for none wherever a bound may be absent. */
export type Terms = {
  /** Units one person may have ordered and not given back; over the whole `limitGroup`. */
  buyerLimit: number
  addressLimit: number
  /** Item whose limits count for this one too (the colours of one product); 0: the item itself. */
  limitGroup: number
  /** Gate whose ticket a buyer needs. */
  gate: number
  /** Version of the price (of the coupon, for a coupon): a line that names another is refused. */
  version: number
  /** How long an unpaid order keeps its stock; 0: the core's default. */
  holdSeconds: number
  opensAt: number
  closesAt: number
  /** Window in which a presale's balance is paid. */
  balanceFrom: number
  balanceUntil: number
}

/** One item of a bundle and how many of it are in one set. */
export type Part = { item: number; units: number }

export type ReserveLine = {
  item: number
  quantity: number
  /** 0: any version will do. */
  version: number
  /** A present: `alternative` (0: none) is given when it is gone, and the order stands without it where `mayBeMissing`. */
  gift?: { alternative: number; mayBeMissing: boolean }
}

/** How a request looked on its way; not part of its content. */
export type Signals = {
  source: Key
  device: Key
  accountAgeDays: number
  verified: boolean
  newAddress: boolean
  newDevice: boolean
  proxyNetwork: boolean
  /** Where a second check is needed, stock is held meanwhile and the answer says so; whoever sends this keeps the order unpaid. */
  holdForCheck?: boolean
  /** Of a reserve: `historyWord`; nothing is known without. */
  history?: number
}

/** `issuedAt`: when the client made the request, UTC milliseconds; repeats keep it. */
export type CommandHead = { id: Id; issuedAt: number }

export type CommandBody =
  | { kind: 'openItem'; item: number; itemKind: ItemKind; stock: number; terms: Terms; parts: readonly Part[] }
  | { kind: 'changeTerms'; item: number; closed: boolean; terms: Terms }
  | { kind: 'adjustStock'; item: number; delta: number }
  | {
      kind: 'reserve'
      buyer: Key
      address: Key
      /** Due at once: the whole price, or the deposit of a presale. */
      amountCents: number
      /** 0: as the first line's item says. */
      holdMs: number
      /** Stock is taken at payment: sold at once. */
      paid: boolean
      signals: Signals
      lines: readonly ReserveLine[]
    }
  | { kind: 'pay'; order: Id; amountCents: number }
  | { kind: 'payDeposit'; order: Id; amountCents: number; balanceCents: number }
  | { kind: 'release'; order: Id }
  | { kind: 'returnGoods'; order: Id; item: number; quantity: number; scrap: boolean; restoreLimit: boolean }
  | {
      kind: 'openGate'
      gate: number
      /** Tickets called up per second once open. */
      perSecond: number
      /** Tickets one source may hold; 0: any number. */
      sourceLimit: number
      /** Who came before opening is drawn by lot under this seed. */
      seed: number
      opensAt: number
      /** How long a called ticket stays good; 0: until it is used. */
      ticketSeconds: number
    }
  | { kind: 'enterGate'; gate: number; buyer: Key; signals: Signals }
  | { kind: 'block'; key: Key; untilSeconds: number }
  | { kind: 'setScorecard'; version: number; verifyFrom: number; denyFrom: number; bins: readonly ScorecardBin[] }

/** Points that a feature adds from a value on, until its next bin begins. */
export type ScorecardBin = { feature: number; from: number; points: number }

export type Command = CommandHead & CommandBody
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>

export const NO_TERMS: Terms = {
  buyerLimit: 0,
  addressLimit: 0,
  limitGroup: 0,
  gate: 0,
  version: 0,
  holdSeconds: 0,
  opensAt: 0,
  closesAt: 0,
  balanceFrom: 0,
  balanceUntil: 0,
}

export const NO_SIGNALS: Signals = {
  source: [0, 0],
  device: [0, 0],
  accountAgeDays: 0,
  verified: false,
  newAddress: false,
  newDevice: false,
  proxyNetwork: false,
}
