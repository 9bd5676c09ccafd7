import { type BusinessDay, type Cents, cents, daysBetween, sumCents } from '@zhanggui/kernel'
import type { Posting } from '../ledger/posting.ts'

/** A release that was approved, with what came back and what was said about the rest. */
export type Release = { id: string; toLineId: string; amountCents: Cents; day: BusinessDay; report: string | null }

/** `restored`: all came back; `reported`: somebody said what the rest was for; `open`: neither yet. */
export type ReleaseStatus = Release & {
  restoredCents: Cents
  outstandingCents: Cents
  state: 'open' | 'restored' | 'reported'
  daysOpen: number
}

export type ReserveStatus = {
  /** What the reserve was planned with. */
  plannedCents: Cents
  heldCents: Cents
  releasedCents: Cents
  restoredCents: Cents
  /** Nothing was ever taken out. */
  untouched: boolean
  releases: readonly ReleaseStatus[]
}

const restoredOf = (postings: readonly Posting[], releaseId: string): Cents =>
  sumCents(postings.filter((p) => p.kind === 'restore' && p.reference === releaseId).map((p) => p.amountCents))

function statusOf(release: Release, postings: readonly Posting[], today: BusinessDay): ReleaseStatus {
  const restoredCents = restoredOf(postings, release.id)
  const outstandingCents = cents(release.amountCents - restoredCents)
  const state = outstandingCents <= 0 ? 'restored' : release.report ? 'reported' : 'open'
  return { ...release, restoredCents, outstandingCents, state, daysOpen: daysBetween(release.day, today) }
}

/**
 * A reserve and what became of it (P4.07): every release is restored or reported, or stays open and is counted in days.
 * `postings` are those of the plan's ledger; a restore names its release as its reference.
 */
export function reserveStatus(given: {
  lineId: string
  postings: readonly Posting[]
  releases: readonly Release[]
  today: BusinessDay
}): ReserveStatus {
  const { lineId, postings, releases, today } = given
  const planned = postings.filter((p) => p.kind === 'plan' && p.lineId === lineId).map((p) => p.amountCents)
  const out = postings.filter((p) => p.kind === 'release' && p.lineId === lineId).map((p) => p.amountCents)
  const back = postings.filter((p) => p.kind === 'restore' && p.toLineId === lineId).map((p) => p.amountCents)
  const [plannedCents, releasedCents, restoredCents] = [sumCents(planned), sumCents(out), sumCents(back)]
  return {
    plannedCents,
    heldCents: cents(plannedCents - releasedCents + restoredCents),
    releasedCents,
    restoredCents,
    untouched: releasedCents === 0,
    releases: releases.map((release) => statusOf(release, postings, today)),
  }
}
