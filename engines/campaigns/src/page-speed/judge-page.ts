import { compareGroups } from '@zhanggui/kernel'

/** What a kind of page may take: three quarters of its loads within `loadMs`, and after no more than `jumps` jumps. */
export type PageBudget = { page: string; loadMs: number; jumps: number }

/** Loads of a kind of page over some days. `slow`: beyond its budget; percentiles in ms, null without loads. */
export type PageLoads = {
  loads: number
  slow: number
  p50Ms: number | null
  p75Ms: number | null
  p95Ms: number | null
  /** What three quarters of the loads stay within. */
  p75Jumps: number | null
}

/** `slow` and `jumps`: over the budget; `slower`: more loads are over it than in the days before, by more than chance. */
export const PAGE_FAULTS = ['slow', 'jumps', 'slower'] as const
export type PageFault = (typeof PAGE_FAULTS)[number]

export type PageVerdict = { faults: PageFault[]; isKnown: boolean }

/** Fewer loads than these say nothing of three quarters of them. */
export const LOADS_MIN = 20

const shareOf = ({ loads, slow }: PageLoads) => ({ people: loads, sum: slow, squares: slow })

/** A share that rose by chance is no regression: its 95 % bounds must lie above nothing. */
function isSlower(now: PageLoads, before: PageLoads): boolean {
  if (before.loads < LOADS_MIN) return false
  const { low } = compareGroups(shareOf(now), shareOf(before))
  return low !== null && low > 0
}

/**
 * Whether a kind of page keeps its budget (P7.06), and whether it has become slower than in as many days before.
 * Shape: no faults and `isKnown` false below twenty loads.
 * Source: three quarters of loads, as web vitals are judged (web.dev/articles/vitals); difference of two shares, Welch (1947).
 */
export function judgePage({ loadMs, jumps }: PageBudget, now: PageLoads, before: PageLoads): PageVerdict {
  const { p75Ms, p75Jumps } = now
  if (now.loads < LOADS_MIN || p75Ms === null || p75Jumps === null) return { faults: [], isKnown: false }
  const faults: PageFault[] = []
  if (p75Ms > loadMs) faults.push('slow')
  if (p75Jumps > jumps) faults.push('jumps')
  if (isSlower(now, before)) faults.push('slower')
  return { faults, isKnown: true }
}
