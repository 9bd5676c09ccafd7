import type { RedisConnection } from './connect.ts'

const WITHIN_MS = 1000

/**
 * Have so many replicas of every master what was written on these connections so far? A connection that wrote nothing is
 * answered at once. Where a master cannot say, the answer is no: whoever asked repeats the request and finds out.
 */
export async function isReplicated({ masters }: RedisConnection, replicas: number): Promise<boolean> {
  const counts = await Promise.all(masters().map((master) => master.wait(replicas, WITHIN_MS).catch(() => 0)))
  return counts.every((count) => count >= replicas)
}
