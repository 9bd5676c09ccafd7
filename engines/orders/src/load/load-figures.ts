/** What became of one who came to order. Instants are when a request was due, not when it left: waiting to be sent is waiting. */
export type LoadSample = {
  dueAt: number
  /** When the last request was due; left out: the first one was the last. Between the two the buyer stood in line. */
  askedAt?: number
  /** How long each answer "come again" took, ms. */
  toldMs?: readonly number[]
  /** The last place in line that was told once the lot was drawn. */
  place?: number
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
  /** Of those done, in line before they were let in; null: nobody had to wait. */
  waitMs: Percentiles | null
  /** p99 of how far from their turn people were let in, ms; null: too few were let in by number. */
  outOfTurnMs: number | null
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
  for (const sample of done) {
    const { parts, endedAt } = sample
    const inParts = Object.values(parts).reduce((sum, ms) => sum + ms, 0)
    const all = { ...parts, http: Math.max(0, endedAt - askedAtOf(sample) - inParts) }
    for (const [part, ms] of Object.entries(all)) sums[part] = (sums[part] ?? 0) + ms
  }
  return Object.fromEntries(Object.entries(sums).map(([part, ms]) => [part, ms / Math.max(1, done.length)]))
}

/** Fewer say nothing of a hundredth. */
const BY_NUMBER_MIN = 20

const askedAtOf = ({ dueAt, askedAt }: LoadSample): number => askedAt ?? dueAt

/** The k-th of the line should be the k-th to enter: how far from it, of the worst hundredth. */
function outOfTurn(done: readonly LoadSample[]): number | null {
  const byNumber = done.flatMap((sample) => (sample.place === undefined ? [] : [{ ...sample, place: sample.place }]))
  if (byNumber.length < BY_NUMBER_MIN) return null
  const inTurn = byNumber.toSorted((a, b) => a.place - b.place).map(askedAtOf)
  const entries = inTurn.toSorted((a, b) => a - b)
  return percentiles(inTurn.map((at, turn) => Math.abs(at - (entries[turn] ?? at))))?.p99Ms ?? null
}

/** Samples of one step as figures. `doneSeconds`: how long orders were let in, where that is longer than others came. */
export function loadFigures(samples: readonly LoadSample[], seconds: number, doneSeconds = seconds): LoadFigures {
  const of = (outcome: LoadSample['outcome']) => samples.filter((sample) => sample.outcome === outcome)
  const [done, refused] = [of('done'), of('refused')]
  const msOf = (sample: LoadSample): number => sample.endedAt - askedAtOf(sample)
  const told = samples.flatMap(({ toldMs = [] }) => toldMs)
  const waited = done.filter(({ toldMs = [] }) => toldMs.length > 0)
  const buyers = samples.filter(({ who }) => who === 'buyer')
  const isDone = ({ outcome }: LoadSample): boolean => outcome === 'done'
  return {
    offered: samples.length,
    offeredPerSecond: samples.length / seconds,
    done: done.length,
    donePerSecond: done.length / doneSeconds,
    refused: refused.length,
    failed: of('failed').length,
    doneMs: percentiles(done.map(msOf)),
    refusedMs: percentiles([...refused.map(msOf), ...told]),
    waitMs: percentiles(waited.map((sample) => askedAtOf(sample) - sample.dueAt)),
    outOfTurnMs: outOfTurn(done),
    buyers: buyers.length,
    buyersDone: buyers.filter(isDone).length,
    attackers: samples.length - buyers.length,
    attackersDone: done.length - buyers.filter(isDone).length,
    parts: meanParts(done),
  }
}
