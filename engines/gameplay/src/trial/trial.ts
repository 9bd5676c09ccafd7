import { type Seed, scoreOf } from '../chance/seed.ts'

/** 新品试用: people apply, some are chosen by the seed, each owes a report by a day. */
export type Application = { applicationId: string; buyerId: string; isEligible: boolean }
export type Chosen = Application & { rank: number }

/** The chosen, by the seed: the same list from the same applications in whatever order. One application a buyer counts, the first by id. */
export function chooseTesters(applications: readonly Application[], places: number, seed: Seed): Chosen[] {
  const firstOf = new Map<string, Application>()
  for (const application of [...applications].sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1)))
    if (application.isEligible && !firstOf.has(application.buyerId)) firstOf.set(application.buyerId, application)
  const scored = [...firstOf.values()].map((a) => ({ a, score: scoreOf(seed, `trial/${a.applicationId}`) }))
  scored.sort((x, y) => (x.score < y.score ? -1 : 1))
  return scored.slice(0, places).map(({ a }, i) => ({ ...a, rank: i + 1 }))
}

export type ReportDuty = { buyerId: string; dueDay: string; reportedDay?: string; remindedDays: readonly string[] }

/** Who is to be reminded on a day: so many days before the report is due, and each day after it; once a day at the most. */
export const dutiesToRemind = (
  duties: readonly ReportDuty[],
  day: string,
  firstReminderDay: (dueDay: string) => string,
): ReportDuty[] =>
  duties.filter(
    (d) => d.reportedDay === undefined && day >= firstReminderDay(d.dueDay) && !d.remindedDays.includes(day),
  )

/** Bits in which two 64-bit fingerprints of pictures (hex) differ. */
export function fingerprintDistance(a: string, b: string): number {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let bits = 0
  for (; difference > 0n; difference &= difference - 1n) bits++
  return bits
}

export type ShownOrder = { orderId: string; buyerId: string; fingerprint: string }
export type ShowVerdict =
  | { accepted: true }
  | { accepted: false; reason: 'order_shown_before' | 'picture_seen_before'; like: string }

/** 晒单: one reward an order, and no picture that was handed in before, also slightly changed (`bitsMax` bits apart or fewer). */
export function checkShownOrder(shown: ShownOrder, before: readonly ShownOrder[], bitsMax: number): ShowVerdict {
  const same = before.find((b) => b.orderId === shown.orderId)
  if (same) return { accepted: false, reason: 'order_shown_before', like: same.orderId }
  const alike = before.find((b) => fingerprintDistance(b.fingerprint, shown.fingerprint) <= bitsMax)
  return alike ? { accepted: false, reason: 'picture_seen_before', like: alike.orderId } : { accepted: true }
}
