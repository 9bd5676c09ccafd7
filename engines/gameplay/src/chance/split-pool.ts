import { assert } from '@zhanggui/kernel'
import { drawBelow, type Seed } from './seed.ts'

/** What is left of a pool, and how many packets are still to come out of it. */
export type PoolLeft = { leftCents: number; packets: number; leastCents: number }

/**
 * The next packet of a pool: drawn evenly between the least and twice the mean of what is left above it, so that every packet has
 * the same expectation whenever it is opened; the last takes the rest. `label` names the draw. Unit: fen.
 */
export function nextPacket(seed: Seed, label: string, { leftCents, packets, leastCents }: PoolLeft): number {
  const spare = leftCents - packets * leastCents
  assert(packets > 0 && leastCents >= 1 && spare >= 0, 'the pool gives every packet its least')
  if (packets === 1) return leftCents
  const most = Math.min(spare, Math.floor((2 * spare) / packets))
  return leastCents + (most === 0 ? 0 : drawBelow(seed, label, most + 1))
}

/** A whole pool in packets, in the order in which they are opened. The packets add up to the pool exactly. */
export function splitPool(seed: Seed, pool: { poolCents: number; packets: number; leastCents: number }): number[] {
  const { poolCents, packets, leastCents } = pool
  const amounts: number[] = []
  for (let leftCents = poolCents; amounts.length < packets; ) {
    const left = { leftCents, packets: packets - amounts.length, leastCents }
    const cents = nextPacket(seed, `packet/${amounts.length}`, left)
    amounts.push(cents)
    leftCents -= cents
  }
  return amounts
}
