/**
 * Membership by money spent. `visitsPerDay` is the chance that a living customer comes by on an ordinary day, `orderRate`
 * the chance that the visit orders, `dropout` the chance that a purchase was the last (the geometric lifetime of BG/NBD).
 * Daily purchase hazard of a living customer = visitsPerDay × orderRate × pay rate.
 */
export type Tier = { name: string; minSpentCents: number; visitsPerDay: number; orderRate: number; dropout: number }

/** Index 0 is a buyer who is no member. */
export const TIERS: readonly Tier[] = [
  { name: '', minSpentCents: 0, visitsPerDay: 1 / 55, orderRate: 0.08, dropout: 0.42 },
  { name: '普通会员', minSpentCents: 0, visitsPerDay: 1 / 36, orderRate: 0.1, dropout: 0.3 },
  { name: '银卡会员', minSpentCents: 40_000, visitsPerDay: 1 / 27, orderRate: 0.122, dropout: 0.22 },
  { name: '金卡会员', minSpentCents: 80_000, visitsPerDay: 1 / 20, orderRate: 0.14, dropout: 0.15 },
  { name: '铂金会员', minSpentCents: 160_000, visitsPerDay: 1 / 14, orderRate: 0.155, dropout: 0.1 },
  { name: '钻石会员', minSpentCents: 320_000, visitsPerDay: 1 / 9, orderRate: 0.17, dropout: 0.06 },
]

/** Tier of a member who has spent so much. */
export function memberTierFor(spentCents: number): number {
  for (let tier = TIERS.length - 1; tier > 1; tier--) if (spentCents >= (TIERS[tier]?.minSpentCents ?? 0)) return tier
  return 1
}
