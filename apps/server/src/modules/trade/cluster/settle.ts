import { listOf, type ShardAnswer, type ShardLines, type ShardPort } from './shard-port.ts'

/** What a home has decided about an order that lies on other shards too. */
type Decided = Pick<ShardAnswer, 'state' | 'deadline'> & {
  attempt?: number | undefined
  elsewhere?: readonly ShardLines[]
}

/**
 * Tells the other shards of an order what its home has decided. Where one cannot be reached the answer stands all the same: its
 * part asks the home when it is due.
 */
export async function settleParts(port: ShardPort, order: string, decided: Decided): Promise<void> {
  const { state, attempt, deadline, elsewhere = [] } = decided
  await Promise.allSettled(
    elsewhere.map(({ shard }) => port.call('settle', shard, { order, state: state ?? 'none', attempt, deadline })),
  )
}

type Unsettled = { id: string; home?: number; attempt: number; elsewhere?: readonly ShardLines[] }

const LIVE = new Set(['held', 'locked', 'sold'])

/** A part asks its home where it stands. What the home did not go by is given back; what it is about to decide is left alone. */
async function followHome(port: ShardPort, shard: number, { id, home = 0, attempt }: Unsettled): Promise<void> {
  const standing = await port.call('standing', home, { order: id })
  if (standing.state === 'trying') return
  const stands = LIVE.has(standing.state ?? '') && standing.attempt === attempt
  const state = stands ? standing.state : 'none'
  await port.call('settle', shard, { order: id, state, attempt, deadline: standing.deadline })
}

/** A home past its retention: its parts are told to forget before it does. */
async function forgetParts(port: ShardPort, shard: number, { id, attempt, elsewhere = [] }: Unsettled): Promise<void> {
  for (const part of elsewhere) await port.call('settle', part.shard, { order: id, state: 'none', attempt })
  await port.call('followed', shard, { order: id })
}

const DUE_AT_ONCE = 256

type LapseOnShard = { order: string; at: number; deposit: boolean }
type Passed = { due: number; unsettled: readonly Unsettled[]; lapses: readonly LapseOnShard[]; since: string }

/** What was found out while time passed: the lapses since the place named, and the place to go on from. */
export type TimePassed = { lapses: readonly LapseOnShard[]; since: string }

/**
 * Lets time pass on one shard until nothing is due, and brings parts of orders to where their homes are.
 * Errors: as of the connection.
 */
export async function passTime(port: ShardPort, shard: number, from?: string): Promise<TimePassed> {
  const lapses: LapseOnShard[] = []
  let since = from
  for (;;) {
    const passed = await port.call<Passed>('pass', shard, { most: DUE_AT_ONCE, since })
    const unsettled = listOf(passed.unsettled)
    lapses.push(...listOf(passed.lapses))
    since = passed.since
    for (const one of unsettled)
      if (one.home === undefined) await forgetParts(port, shard, one)
      else await followHome(port, shard, one)
    if (Math.max(passed.due, unsettled.length, listOf(passed.lapses).length) < DUE_AT_ONCE) return { lapses, since }
  }
}
