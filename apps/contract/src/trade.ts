import { z } from 'zod'

const Count = z.number().int().nonnegative()
const Instant = z.iso.datetime()

/** Units of all items of a kind of place: free to sell, held by unpaid orders, locked by paid deposits, sold. */
export const StockByState = z.object({ free: Count, held: Count, locked: Count, sold: Count })
export type StockByState = z.infer<typeof StockByState>

/** Times from a command's arrival at the core to its answer, over the last ten seconds, microseconds. */
export const LatencyFigures = z.object({ p50Us: Count, p99Us: Count, maxUs: Count })
export type LatencyFigures = z.infer<typeof LatencyFigures>

/** Why a journal stopped; it takes no more commands until the server is started again. */
export const JournalFault = z.object({ code: z.enum(['disk_full', 'disk_failed']), message: z.string() })
export type JournalFault = z.infer<typeof JournalFault>

export const JournalFigures = z.object({
  /** Of the last record; every record up to it is on disk. */
  sequence: Count,
  segments: Count,
  bytes: Count,
  /** Written since the newest snapshot: what a start would have to replay. */
  bytesSinceSnapshot: Count,
  fault: JournalFault.nullable(),
})
export type JournalFigures = z.infer<typeof JournalFigures>

export const SnapshotFigures = z.object({ sequence: Count, at: Instant, bytes: Count })
export type SnapshotFigures = z.infer<typeof SnapshotFigures>

/** What the last start found: from which snapshot, how many records since, whether an unfinished write was cut off. */
export const RecoveryFigures = z.object({
  tookMs: Count,
  snapshot: z.string().nullable(),
  damagedSnapshots: z.array(z.string()),
  recordsReplayed: Count,
  cutFile: z.string().nullable(),
})
export type RecoveryFigures = z.infer<typeof RecoveryFigures>

/** Orders that lapse unpaid within so many seconds from now but not within the bound before, and the units they would free. */
export const ExpiryBucket = z.object({ withinSeconds: Count, orders: Count, units: Count })
export type ExpiryBucket = z.infer<typeof ExpiryBucket>

/** The order core at one moment. `null`: not known to this backend, or nothing happened in the window. */
export const CoreFigures = z.object({
  backend: z.enum(['memory', 'journal', 'redis']),
  at: Instant,
  /** Commands since the core was started. */
  decided: Count,
  /** Mean over the last ten full seconds. */
  decidedPerSecond: z.number().nonnegative(),
  accepted: Count,
  refused: Count,
  /** Answered without a decision: nothing changed, the same request may come again. */
  undecided: Count,
  latency: LatencyFigures.nullable(),
  /** Commands waiting now, and from how many on others are told to come again. */
  queued: Count,
  queueMax: Count,
  items: Count,
  stock: StockByState,
  orders: z.object({ held: Count, locked: Count, sold: Count, closed: Count, capacity: Count }),
  expiring: z.array(ExpiryBucket),
  journal: JournalFigures.nullable(),
  snapshot: SnapshotFigures.nullable(),
  recovery: RecoveryFigures.nullable(),
})
export type CoreFigures = z.infer<typeof CoreFigures>

/** What is wrong on disk, so that the core has not been started. */
export const CoreDamage = z.object({ damage: z.string(), file: z.string(), offset: Count, sequence: Count })
export type CoreDamage = z.infer<typeof CoreDamage>

/** GET …/trade/figures. `none`: the shop has opened no item yet. */
export const TradeStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('running'), figures: CoreFigures }),
  z.object({ state: z.literal('damaged'), damage: CoreDamage }),
])
export type TradeStatus = z.infer<typeof TradeStatus>
