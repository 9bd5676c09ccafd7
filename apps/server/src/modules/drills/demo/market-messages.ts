import type { TableName } from '@zhanggui/facts'
import type { MarketOptions, MarketTruth } from '@zhanggui/simulator'

/** What the generating thread is started with. */
export type MarketRequest = { seed: string; options: MarketOptions }

/**
 * What it tells. Each `chunk` (TSV in the order of `marketColumns`) is answered with one message of any kind once it is
 * stored; `end` comes after the last chunk was sent.
 */
export type MarketMessage =
  | { kind: 'chunk'; table: TableName; data: Uint8Array<ArrayBuffer> }
  | { kind: 'day'; done: number; total: number }
  | { kind: 'end'; truth: MarketTruth }
