import { growthOf, type PaceWindow, type SharePacketSettings } from './share-settings.ts'

const HOUR_MS = 3_600_000

/**
 * What has come of the shares so far. `promises`: growth that was told to sharers, by the hour in which it lapses (hours since
 * 1970), so that a round with a million links is no larger than its hours.
 */
export type ShareCounts = {
  spentCents: number
  shares: number
  opened: number
  lapsed: number
  promises: Readonly<Record<string, { links: number; cents: number }>>
}
export const NO_SHARES: ShareCounts = { spentCents: 0, shares: 0, opened: 0, lapsed: 0, promises: {} }

export const hourOf = (atMs: number): string => String(Math.floor(atMs / HOUR_MS))

/** The counts at a moment: growth of links that were not opened in time is free again. */
export function countsAt(counts: ShareCounts, atMs: number): ShareCounts {
  const now = Number(hourOf(atMs))
  const kept = Object.entries(counts.promises).filter(([hour]) => Number(hour) > now)
  if (kept.length === Object.keys(counts.promises).length) return counts
  const gone = Object.entries(counts.promises).filter(([hour]) => Number(hour) <= now)
  const links = gone.reduce((sum, [, promise]) => sum + promise.links, 0)
  return { ...counts, lapsed: counts.lapsed + links, promises: Object.fromEntries(kept) }
}

/** A promise taken up or given back under its hour. */
export function withPromise(
  counts: ShareCounts,
  hour: string,
  { links, cents }: { links: number; cents: number },
): ShareCounts {
  const before = counts.promises[hour] ?? { links: 0, cents: 0 }
  const promise = { links: before.links + links, cents: before.cents + cents }
  return { ...counts, promises: { ...counts.promises, [hour]: promise } }
}

export const promisedCents = ({ promises }: ShareCounts): number =>
  Object.values(promises).reduce((sum, { cents }) => sum + cents, 0)

/** How many shares the plan counts for as against what is seen: the first few say little, a few hundred everything. */
const PRIOR_SHARES = 50

/** Shares that are still to come: the plan's rate corrected by what was seen (gamma and Poisson; mean of the posterior). */
function sharesLeft({ fromMs, untilMs, sharesExpected }: PaceWindow, { shares }: ShareCounts, atMs: number): number {
  const planned = sharesExpected / (untilMs - fromMs)
  const rate = (PRIOR_SHARES + shares) / (PRIOR_SHARES / planned + (atMs - fromMs))
  return Math.max(1, rate * (untilMs - atMs))
}

/** Share of links that are opened: the past corrected by links of this round that were opened or lapsed (beta and binomial). */
const openRate = ({ opensBp = 10_000 }: SharePacketSettings, { opened, lapsed }: ShareCounts): number =>
  (PRIOR_SHARES * (opensBp / 10_000) + opened) / (PRIOR_SHARES + opened + lapsed)

/** What open links will have kept by the end: those that lapse before it at the rate of opening, the others in full. */
function keptByPromises({ promises }: ShareCounts, { untilMs }: PaceWindow, opens: number): number {
  const end = Number(hourOf(untilMs))
  return Object.entries(promises).reduce((sum, [hour, { cents }]) => sum + cents * (Number(hour) <= end ? opens : 1), 0)
}

/** What a packet of one fen keeps of the budget until the end, on average over the shares that are still to come. */
function costPerFen(
  growth: number,
  { untilMs, openHours }: PaceWindow,
  { opens, atMs }: { opens: number; atMs: number },
) {
  const lapsing = Math.max(0, untilMs - openHours * HOUR_MS - atMs) / (untilMs - atMs)
  return 1 + growth * (lapsing * opens + (1 - lapsing))
}

/**
 * The packets that may be given at a moment, fen: as large as the money left pays for, over the shares that are still to come, never
 * more than `mostCents`, and never more than what is neither spent nor promised; null where not even the least is.
 * `coefficientBp`: the largest packet now as against the largest that was set.
 */
export function packetNow(
  settings: SharePacketSettings,
  window: PaceWindow,
  counts: ShareCounts,
  atMs: number,
): { leastCents: number; mostCents: number; coefficientBp: number } | null {
  const { leastCents, budgetCents, expandBp } = settings
  const opens = openRate(settings, counts)
  const left = budgetCents - counts.spentCents - keptByPromises(counts, window, opens)
  const cost = costPerFen((expandBp - 10_000) / 10_000, window, { opens, atMs })
  const mean = left / (sharesLeft(window, counts, atMs) * cost)
  const paced = Math.max(leastCents, Math.min(settings.mostCents, Math.floor(2 * mean) - leastCents))
  const free = budgetCents - counts.spentCents - promisedCents(counts)
  if (leastCents + growthOf(settings, leastCents) > free) return null
  const mostCents = Math.max(leastCents, Math.min(paced, Math.floor((free * 10_000) / expandBp)))
  return { leastCents, mostCents, coefficientBp: Math.floor((mostCents * 10_000) / settings.mostCents) }
}
