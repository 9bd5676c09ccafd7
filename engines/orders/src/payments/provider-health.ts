/** How a try ended, as far as it says something about the provider: a buyer without money is no fault of theirs. */
export type TryOutcome = 'fine' | 'error' | 'timeout'

export type HealthPolicy = {
  /** Tries that are looked at: the last so many. */
  window: number
  /** Below so many tries nothing is concluded, unless they all failed one after another. */
  minTries: number
  /** Share of failed tries from which a provider is down, basis points. */
  downBp: number
  /** Failures in a row after which it is down at once. */
  downInARow: number
  /** How long it is left alone before it is tried again; doubled with every relapse up to the most. */
  restMs: number
  restMsMax: number
  /** Good tries in a row after which it is up again. */
  upInARow: number
  /** While it is being tried out, one try in so many goes to it. */
  probeOneIn: number
}

/** Three failures in a row are seen within seconds at any rate of orders; half a minute of rest outlasts a restart. */
export const DEFAULT_HEALTH: HealthPolicy = {
  window: 50,
  minTries: 20,
  downBp: 3000,
  downInARow: 3,
  restMs: 30_000,
  restMsMax: 600_000,
  upInARow: 5,
  probeOneIn: 10,
}

/** `up`, `down` (nothing is sent), `probing` (a few tries are sent to see). `since`: UTC ms. */
export type ProviderHealth = {
  providerId: string
  state: 'up' | 'down' | 'probing'
  since: number
  restMs: number
  /** Outcomes of the last tries, the newest last. */
  recent: readonly TryOutcome[]
  inARow: number
  probes: number
}

export const newHealth = (providerId: string, policy: HealthPolicy = DEFAULT_HEALTH): ProviderHealth => ({
  providerId,
  state: 'up',
  since: 0,
  restMs: policy.restMs,
  recent: [],
  inARow: 0,
  probes: 0,
})

const goDown = (health: ProviderHealth, now: number, restMs: number): ProviderHealth => ({
  ...health,
  state: 'down',
  since: now,
  restMs,
  recent: [],
  inARow: 0,
})

function isBad({ recent, inARow }: ProviderHealth, policy: HealthPolicy): boolean {
  if (-inARow >= policy.downInARow) return true
  const failed = recent.filter((outcome) => outcome !== 'fine').length
  return recent.length >= policy.minTries && failed * 10_000 >= policy.downBp * recent.length
}

/** What one try's end says of a provider. `inARow` counts good tries up from zero and failed ones down. */
export function noteTry(
  health: ProviderHealth,
  outcome: TryOutcome,
  now: number,
  policy: HealthPolicy,
): ProviderHealth {
  const isFine = outcome === 'fine'
  const inARow = isFine ? Math.max(0, health.inARow) + 1 : Math.min(0, health.inARow) - 1
  const noted = { ...health, inARow, recent: [...health.recent, outcome].slice(-policy.window) }
  if (health.state === 'probing') {
    if (!isFine) return goDown(noted, now, Math.min(policy.restMsMax, health.restMs * 2))
    return inARow >= policy.upInARow ? { ...noted, state: 'up', since: now, restMs: policy.restMs, recent: [] } : noted
  }
  // Late answers of tries that were sent before it went down say nothing new.
  if (health.state === 'down') return health
  return isBad(noted, policy) ? goDown(noted, now, health.restMs) : noted
}

/** A provider that has rested is tried out. */
export const letTimePass = (health: ProviderHealth, now: number): ProviderHealth =>
  health.state === 'down' && now - health.since >= health.restMs
    ? { ...health, state: 'probing', since: now, inARow: 0, probes: 0 }
    : health
