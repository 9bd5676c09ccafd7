import { cents, multiplyDivide } from '@zhanggui/kernel'
import type { HealthPolicy, ProviderHealth } from './provider-health.ts'

/** What a charge costs: a share of the amount and a fixed part. */
export type ProviderTerms = { providerId: string; feeBp: number; feeFixedCents: number; isOn: boolean }

export type Choice = {
  providerId: string
  why: 'only' | 'current' | 'cheaper' | 'current_down' | 'probe' | 'last_resort'
}

export type ChoiceAsk = {
  amountCents: number
  terms: readonly ProviderTerms[]
  health: ReadonlyMap<string, ProviderHealth>
  /** Who took the last charge; undefined at the start. */
  current: string | undefined
  /** Providers that this payment was tried at already: another comes first. */
  tried: readonly string[]
  policy: HealthPolicy
  /** A cheaper provider is changed to only when it saves so much of the amount, basis points: prices that are close do not flap. */
  switchBp: number
}

export const feeCents = ({ feeBp, feeFixedCents }: ProviderTerms, amountCents: number): number =>
  multiplyDivide({ amount: cents(amountCents), numerator: feeBp, denominator: 10_000, rounding: 'half_up' }) +
  feeFixedCents

/** Whether this try is the one in so many that a provider on trial gets. */
const isProbe = (health: ProviderHealth | undefined, policy: HealthPolicy): boolean =>
  health?.state === 'probing' && health.probes % policy.probeOneIn === 0

const cheapestFirst =
  (amountCents: number) =>
  (a: ProviderTerms, b: ProviderTerms): number =>
    feeCents(a, amountCents) - feeCents(b, amountCents) || (a.providerId < b.providerId ? -1 : 1)

/**
 * Which provider is asked to charge: the current one while it is well and no other is clearly cheaper; the cheapest that is well when it
 * is not. A provider on trial gets one try in so many. When none is well, the one that has rested longest: refusing every buyer is worse.
 * `undefined`: none is switched on.
 */
export function chooseProvider(ask: ChoiceAsk): Choice | undefined {
  const { amountCents, terms, health, current, tried, policy, switchBp } = ask
  const on = terms.filter(({ isOn }) => isOn).sort(cheapestFirst(amountCents))
  const fresh = on.filter(({ providerId }) => !tried.includes(providerId))
  const open = fresh.length > 0 ? fresh : on
  const probe = open.find(({ providerId }) => isProbe(health.get(providerId), policy))
  if (probe) return { providerId: probe.providerId, why: 'probe' }
  const up = open.filter(({ providerId }) => (health.get(providerId)?.state ?? 'up') === 'up')
  const [best] = up
  if (!best) {
    const rested = open.toSorted(
      (a, b) => (health.get(a.providerId)?.since ?? 0) - (health.get(b.providerId)?.since ?? 0),
    )
    return rested[0] && { providerId: rested[0].providerId, why: 'last_resort' }
  }
  if (up.length === 1 && on.length === 1) return { providerId: best.providerId, why: 'only' }
  const now = up.find(({ providerId }) => providerId === current)
  if (!now) return { providerId: best.providerId, why: current === undefined ? 'cheaper' : 'current_down' }
  const saved = feeCents(now, amountCents) - feeCents(best, amountCents)
  return saved * 10_000 > switchBp * amountCents
    ? { providerId: best.providerId, why: 'cheaper' }
    : { providerId: now.providerId, why: 'current' }
}
