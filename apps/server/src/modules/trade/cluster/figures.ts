import type { CoreFigures } from '@zhanggui/contract'
import type { CoreMeter } from '../core/core-meter.ts'
import { readItemOnShards } from './read.ts'
import type { ClusterParts } from './reserve.ts'

type Counts = { held: number; locked: number; sold: number; released: number; lapsed: number; refundDue: number }

async function countOrders({ port, shards }: ClusterParts): Promise<CoreFigures['orders']> {
  const all = await Promise.all(
    Array.from({ length: shards.count }, (_, shard) => port.call<{ counts: Counts }>('count_orders', shard, {})),
  )
  const sum = (state: keyof Counts): number => all.reduce((total, { counts }) => total + counts[state], 0)
  // Redis has no number of orders beyond which it is full, only its memory.
  const closed = sum('released') + sum('lapsed') + sum('refundDue')
  return { held: sum('held'), locked: sum('locked'), sold: sum('sold'), closed, capacity: 0 }
}

async function countStock(parts: ClusterParts): Promise<Pick<CoreFigures, 'items' | 'stock'>> {
  const numbers = await parts.registry.all()
  const items = await Promise.all(numbers.map((item) => readItemOnShards(parts, item)))
  const stock = { free: 0, held: 0, locked: 0, sold: 0 }
  for (const item of items) if (item && item.kind !== 'bundle') for (const state of STATES) stock[state] += item[state]
  return { items: numbers.length, stock }
}

const STATES = ['free', 'held', 'locked', 'sold'] as const

/** How this server's share of the deciding goes, and the stock and orders of the whole shop. */
export async function redisFigures(
  parts: ClusterParts,
  meter: CoreMeter,
  { now, queued }: { now: Date; queued: number },
): Promise<CoreFigures> {
  const [orders, counted] = await Promise.all([countOrders(parts), countStock(parts)])
  return {
    backend: 'redis',
    at: now.toISOString(),
    ...meter.read(performance.now()),
    queued,
    queueMax: 0,
    ...counted,
    orders,
    expiring: [],
    journal: null,
    snapshot: null,
    recovery: null,
  }
}
