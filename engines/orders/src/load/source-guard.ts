/** What a source did that buyers do not, and how much it weighs. */
export const SUSPICIONS = {
  /** Shut out at the turnstile: it asks like a machine while others find no room. */
  hammering: 40,
  /** A request that no shop front sends: malformed, an item that is not there. */
  malformed: 12,
  /** A challenge answered wrongly. */
  wrong_proof: 15,
} as const
export type Suspicion = keyof typeof SUSPICIONS

export type GuardOptions = {
  /** Scores halve in so long. */
  halfLifeMs: number
  /** From this score a source has to show that a browser stands behind it, and from this one it is shut out. */
  challengeFrom: number
  quarantineFrom: number
  /** The first quarantine; each further one of the same source lasts twice as long, up to `quarantineMaxMs`. */
  quarantineMs: number
  quarantineMaxMs: number
  /** An attack begins when so many of the requests within `windowMs` were suspicious, of at least `attackMin`. */
  windowMs: number
  attackFromBp: number
  attackMin: number
  /** ... and is over when fewer than this were, for `calmMs`. */
  attackBelowBp: number
  calmMs: number
  /** Sources remembered at most; the ones longest quiet are forgotten first. */
  sourcesMax: number
}

export const DEFAULT_GUARD: GuardOptions = {
  halfLifeMs: 30_000,
  challengeFrom: 20,
  quarantineFrom: 50,
  quarantineMs: 30_000,
  quarantineMaxMs: 600_000,
  windowMs: 5000,
  attackFromBp: 2000,
  attackMin: 50,
  attackBelowBp: 500,
  calmMs: 30_000,
  sourcesMax: 100_000,
}

type Source = { score: number; at: number; quarantinedUntil: number; quarantines: number }

/** What is reported of an attack. Counts are of requests, `sources` of different ones that were shut out. */
export type Attack = {
  from: number
  until: number | null
  requests: number
  suspicious: number
  challenged: number
  solved: number
  sources: number
  /** Share of suspicious requests within the last window, and the highest so far. */
  shareBp: number
  peakBp: number
}

export type SourceGuard = {
  readonly options: GuardOptions
  readonly sources: Map<string, Source>
  window: { from: number; requests: number; suspicious: number }
  /** Under way, or the last one. */
  attack: Attack | null
  calmSince: number | null
}

export const createSourceGuard = (options: Partial<GuardOptions> = {}): SourceGuard => ({
  options: { ...DEFAULT_GUARD, ...options },
  sources: new Map(),
  window: { from: 0, requests: 0, suspicious: 0 },
  attack: null,
  calmSince: null,
})

export type SourceVerdict = 'pass' | 'challenge' | 'quarantined'

export const isUnderAttack = ({ attack }: SourceGuard): boolean => attack !== null && attack.until === null

const scoreAt = ({ score, at }: Source, now: number, halfLifeMs: number): number =>
  score * 0.5 ** ((now - at) / halfLifeMs)

/** A request of this source: judged by what it did before. While an attack is under way one step of suspicion is enough. */
export function judgeSource(
  guard: SourceGuard,
  key: string,
  { now, isProven }: { now: number; isProven: boolean },
): SourceVerdict {
  turnWindow(guard, now)
  guard.window.requests++
  if (isUnderAttack(guard) && guard.attack) guard.attack.requests++
  const verdict = verdictOf(guard, key, { now, isProven })
  if (verdict !== 'pass') countSuspicious(guard, verdict)
  else if (isProven && isUnderAttack(guard) && guard.attack) guard.attack.solved++
  return verdict
}

function verdictOf(
  guard: SourceGuard,
  key: string,
  { now, isProven }: { now: number; isProven: boolean },
): SourceVerdict {
  const { options, sources } = guard
  const source = sources.get(key)
  if (source && source.quarantinedUntil > now) return 'quarantined'
  if (isProven) return 'pass'
  const from = isUnderAttack(guard) ? Math.min(options.challengeFrom, SUSPICIONS.malformed / 2) : options.challengeFrom
  return source && scoreAt(source, now, options.halfLifeMs) >= from ? 'challenge' : 'pass'
}

function countSuspicious(guard: SourceGuard, verdict: 'challenge' | 'quarantined'): void {
  guard.window.suspicious++
  if (!isUnderAttack(guard) || !guard.attack) return
  guard.attack.suspicious++
  if (verdict === 'challenge') guard.attack.challenged++
}

/** The source did what buyers do not. What came of the request is known by now, so its window already counts it. */
export function suspect(guard: SourceGuard, key: string, { why, now }: { why: Suspicion; now: number }): void {
  turnWindow(guard, now)
  const { options, sources } = guard
  const before = sources.get(key)
  const score = (before ? scoreAt(before, now, options.halfLifeMs) : 0) + SUSPICIONS[why]
  const source: Source = {
    score,
    at: now,
    quarantinedUntil: before?.quarantinedUntil ?? 0,
    quarantines: before?.quarantines ?? 0,
  }
  guard.window.suspicious++
  if (guard.attack && isUnderAttack(guard)) guard.attack.suspicious++
  if (score >= options.quarantineFrom) quarantine(guard, source, now)
  // Taken out and put in again: a map keeps the order, and the front is who was quiet longest.
  sources.delete(key)
  sources.set(key, source)
  const [oldest] = sources.keys()
  if (sources.size > options.sourcesMax && oldest !== undefined) sources.delete(oldest)
}

/** The source did what buyers do: an order was taken. A shop front that names nobody is not shut out for the few that mistype. */
export function trust(guard: SourceGuard, key: string, now: number): void {
  const source = guard.sources.get(key)
  if (!source) return
  source.score = scoreAt(source, now, guard.options.halfLifeMs) / 2
  source.at = now
}

function quarantine(guard: SourceGuard, source: Source, now: number): void {
  const { quarantineMs, quarantineMaxMs } = guard.options
  if (source.quarantinedUntil > now) return
  source.quarantinedUntil = now + Math.min(quarantineMaxMs, quarantineMs * 2 ** source.quarantines)
  source.quarantines++
  if (guard.attack && isUnderAttack(guard)) guard.attack.sources++
}

/** Once a window: does an attack begin, go on, or end? */
function turnWindow(guard: SourceGuard, now: number): void {
  const { options, window } = guard
  if (now - window.from < options.windowMs) return
  const { requests, suspicious } = window
  const shareBp = requests > 0 ? Math.min(10_000, Math.round((suspicious * 10_000) / requests)) : 0
  if (guard.attack && isUnderAttack(guard)) goOn(guard, guard.attack, { shareBp, now })
  else if (requests >= options.attackMin && shareBp >= options.attackFromBp) begin(guard, { shareBp, now })
  guard.window = { from: now - (now % options.windowMs), requests: 0, suspicious: 0 }
}

function begin(guard: SourceGuard, { shareBp, now }: { shareBp: number; now: number }): void {
  const { requests, suspicious } = guard.window
  const sources = [...guard.sources.values()].filter(({ quarantinedUntil }) => quarantinedUntil > now).length
  guard.attack = {
    from: guard.window.from,
    until: null,
    requests,
    suspicious,
    challenged: 0,
    solved: 0,
    sources,
    shareBp,
    peakBp: shareBp,
  }
  guard.calmSince = null
}

function goOn(guard: SourceGuard, attack: Attack, { shareBp, now }: { shareBp: number; now: number }): void {
  const { attackBelowBp, calmMs } = guard.options
  attack.shareBp = shareBp
  attack.peakBp = Math.max(attack.peakBp, shareBp)
  if (shareBp >= attackBelowBp) guard.calmSince = null
  else {
    guard.calmSince ??= now
    if (now - guard.calmSince >= calmMs) attack.until = now
  }
}

/** Sources that are shut out just now. */
export const quarantinedNow = ({ sources }: SourceGuard, now: number): number =>
  [...sources.values()].filter(({ quarantinedUntil }) => quarantinedUntil > now).length

/** Lets time pass where nobody asks: an attack that has stopped altogether ends too. */
export const passGuardTime = (guard: SourceGuard, now: number): void => turnWindow(guard, now)
