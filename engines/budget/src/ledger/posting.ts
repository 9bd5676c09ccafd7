import type { BusinessDay, Cents } from '@zhanggui/kernel'

/**
 * Where a line's money stands: planned and still free, promised to somebody, owed for something received, paid, or given back
 * unused at the close.
 */
export const LEDGER_STATES = ['planned', 'committed', 'accrued', 'spent', 'released'] as const
export type LedgerState = (typeof LEDGER_STATES)[number]

/** `lineId: null` with `planned` is the plan itself: what lines get comes out of it, so that everything adds up to nothing. */
export type LedgerAccount = { lineId: string | null; state: LedgerState }

/** What an account gains (positive) or gives (negative). */
export type Leg = LedgerAccount & { amountCents: Cents }

export const ENTRY_KINDS = [
  'plan',
  'commit',
  'cancel',
  'accrue',
  'reverse',
  'spend',
  'refund',
  'transfer',
  'release',
  'restore',
  'close',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/**
 * One thing that happens to the money of a line. `id` comes from whoever asks, so that a repeated request changes nothing.
 * `amountCents` is positive; only `plan` may be negative, when a budget is cut. `toLineId`: for transfer, release, restore.
 */
export type LedgerEntry = {
  id: string
  kind: EntryKind
  lineId: string
  toLineId: string | null
  amountCents: Cents
  day: BusinessDay
  /** Where a spend comes out of; default: what is committed. */
  from: Extract<LedgerState, 'planned' | 'committed' | 'accrued'> | null
  /** Order, invoice, contract or release that it belongs to. */
  reference: string
  note: string
  /** Only with it may a line go below what it has. */
  overspendReason: string | null
}

/** An entry with its legs, which always add up to nothing. */
export type Posting = LedgerEntry & { legs: readonly Leg[] }
