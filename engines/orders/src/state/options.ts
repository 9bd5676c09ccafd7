/**
 * Sizes are fixed when the core is made: a table that is full refuses (`core_full`), it never grows in the middle of a sale.
 * Counts are rows; all are rounded up to a power of two.
 */
export type AdmissionOptions = {
  /** Highest item number plus one; 128 bytes each. */
  items: number
  /** Orders known at once: unpaid, paid and closed within `orderRetentionMs`; 80 bytes each. */
  orders: number
  /** Lines of these orders; 16 bytes each. */
  lines: number
  /** Answers remembered at once; 48 bytes each. When the ring is full the oldest is forgotten and `too_old` begins later. */
  replies: number
  /** Pairs of person (address, source) and limited item; 16 bytes each, three quarters may be used. */
  limits: number
  /** Gates and tickets held at once; a ticket takes 16 bytes, three quarters may be used. */
  gates: number
  tickets: number
  /** Keys that may be blocked at once. */
  blocks: number
  /** Slots of the counters of recent requests; 12 bytes each. */
  velocitySlots: number
  /** Commands in one frame. */
  commandsMax: number
  /** A request older than this is not run any more; an answer is remembered at least so long while the ring has room. */
  replyRetentionMs: number
  /** A request may be ahead of the core's clock by so much. */
  clockSkewMs: number
  /** How long a paid or closed order can still be looked up, returned and paid late. */
  orderRetentionMs: number
  /** How long stock is kept for an unpaid order when neither item nor request says. */
  holdMs: number
  /** Longest hold a request may ask for. */
  holdMsMax: number
  /** Makes the places of ids in tables unforeseeable from outside, so that nobody can choose ids that collide. */
  hashSeed: number
}

const HOUR = 3_600_000

/**
 * For one shop on a machine of 2 processors and 4 GB: about 420 MB.
 * Source of 15 minutes: the usual payment time of a flash sale order; of 15 days: the time in which goods received are
 * confirmed by themselves, after which returns come as adjustments.
 */
export const DEFAULT_OPTIONS: AdmissionOptions = {
  items: 1 << 16,
  orders: 1 << 21,
  lines: 1 << 22,
  replies: 1 << 21,
  limits: 1 << 22,
  gates: 1 << 10,
  tickets: 1 << 20,
  blocks: 1 << 16,
  velocitySlots: 1 << 20,
  commandsMax: 8192,
  replyRetentionMs: 24 * HOUR,
  clockSkewMs: 1000,
  orderRetentionMs: 15 * 24 * HOUR,
  holdMs: 15 * 60_000,
  holdMsMax: 30 * 24 * HOUR,
  hashSeed: 0x5bd1e995,
}

/** Small enough for a test: everything fits in a few hundred kilobytes. */
export const SMALL_OPTIONS: AdmissionOptions = {
  ...DEFAULT_OPTIONS,
  items: 64,
  orders: 512,
  lines: 1024,
  replies: 1024,
  limits: 1024,
  gates: 8,
  tickets: 256,
  blocks: 64,
  velocitySlots: 256,
  commandsMax: 256,
}

export function powerOfTwo(atLeast: number): number {
  let size = 1
  while (size < atLeast) size *= 2
  return size
}
