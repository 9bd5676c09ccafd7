/** What became of one request. `sentAt` is when it was due, not when it left: waiting to be sent is waiting. */
export type LoadSample = {
  dueAt: number
  endedAt: number
  outcome: 'done' | 'refused' | 'failed'
  /** Whether a buyer or an attacker sent it. */
  who: 'buyer' | 'attacker'
  /** Time in the parts of the server, ms, as it says itself. */
  parts: Readonly<Record<string, number>>
}

export type Percentiles = { p50Ms: number; p95Ms: number; p99Ms: number; maxMs: number }

export type LoadFigures = {
  offered: number
  offeredPerSecond: number
  done: number
  donePerSecond: number
  refused: number
  failed: number
  /** Of those done, and of those refused. */
  doneMs: Percentiles | null
  refusedMs: Percentiles | null
  /** Of what buyers asked for, done. */
  buyers: number
  buyersDone: number
  attackers: number
  attackersDone: number
  /** Mean ms a done request spent in each part, and what is left of its time (`http`). */
  parts: Readonly<Record<string, number>>
}

function percentiles(times: readonly number[]): Percentiles | null {
  if (times.length === 0) return null
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) }
}

function meanParts(done: readonly LoadSample[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { parts, dueAt, endedAt } of done) {
    const inParts = Object.values(parts).reduce((sum, ms) => sum + ms, 0)
    const all = { ...parts, http: Math.max(0, endedAt - dueAt - inParts) }
    for (const [part, ms] of Object.entries(all)) sums[part] = (sums[part] ?? 0) + ms
  }
  return Object.fromEntries(Object.entries(sums).map(([part, ms]) => [part, ms / Math.max(1, done.length)]))
}

/** Samples of one step as figures. */
export function loadFigures(samples: readonly LoadSample[], seconds: number): LoadFigures {
  const of = (outcome: LoadSample['outcome']) => samples.filter((sample) => sample.outcome === outcome)
  const [done, refused] = [of('done'), of('refused')]
  const msOf = ({ dueAt, endedAt }: LoadSample): number => endedAt - dueAt
  const buyers = samples.filter(({ who }) => who === 'buyer')
  const isDone = ({ outcome }: LoadSample): boolean => outcome === 'done'
  return {
    offered: samples.length,
    offeredPerSecond: samples.length / seconds,
    done: done.length,
    donePerSecond: done.length / seconds,
    refused: refused.length,
    failed: of('failed').length,
    doneMs: percentiles(done.map(msOf)),
    refusedMs: percentiles(refused.map(msOf)),
    buyers: buyers.length,
    buyersDone: buyers.filter(isDone).length,
    attackers: samples.length - buyers.length,
    attackersDone: done.length - buyers.filter(isDone).length,
    parts: meanParts(done),
  }
}
