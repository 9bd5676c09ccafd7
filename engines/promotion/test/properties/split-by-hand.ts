/**
 * Spend-and-save worked out a second time, from the rules of the trade alone and with exact fractions: no code of the engine is
 * used. Slow and plain on purpose; it is what the engine is held against.
 */
export type HandRule = {
  ruleId: string
  level: 'shop' | 'platform' | 'platformCoupon'
  shopId?: string
  minCents: bigint
  cutCents: bigint
}
export type HandLine = { lineId: string; shopId: string; cents: bigint; floorCents: bigint }

const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n)
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** Largest remainder: each its whole part of total × weight ÷ Σ, the rest one fen each by fraction, the earlier line first. */
function splitOnce(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = sum(weights)
  if (all === 0n) return weights.map(() => 0n)
  const parts = weights.map((w) => (total * w) / all)
  const fractions = weights.map((w, i) => ({ i, fraction: total * w - (parts[i] ?? 0n) * all }))
  fractions.sort((a, b) => (a.fraction === b.fraction ? a.i - b.i : a.fraction > b.fraction ? -1 : 1))
  const rest = Number(total - sum(parts))
  for (const { i } of fractions.slice(0, rest)) parts[i] = (parts[i] ?? 0n) + 1n
  return parts
}

/** What a full line cannot take is split again over the lines that are not full. */
export function splitByHand(total: bigint, weights: readonly bigint[], room: readonly bigint[]): bigint[] {
  let given = weights.map(() => 0n)
  let left = total
  while (left > 0n) {
    const open = weights.map((w, i) => ((given[i] ?? 0n) < (room[i] ?? 0n) ? w : 0n))
    const parts = splitOnce(left, open)
    const before = given
    given = given.map((g, i) => least(g + (parts[i] ?? 0n), room[i] ?? 0n))
    const taken = sum(given) - sum(before)
    if (taken === 0n) break
    left -= taken
  }
  return given
}

const LEVELS = ['shop', 'platform', 'platformCoupon'] as const

/** What each line pays under parallel thresholds: every threshold is held against the listed price, one rule a shop and level. */
export function payByHand(lines: readonly HandLine[], rules: readonly HandRule[]): bigint[] {
  const pays = lines.map((line) => line.cents)
  const room = (i: number): bigint => {
    const left = (pays[i] ?? 0n) - (lines[i]?.floorCents ?? 0n)
    return left > 0n ? left : 0n
  }
  for (const level of LEVELS) {
    const shops =
      level === 'shop' ? [...new Set(rules.flatMap((r) => (r.level === level ? [r.shopId ?? ''] : [])))] : ['']
    // Shops come in the order of their first rule; rules in the order of their ids.
    for (const shop of shops) takeBest(rules.filter((r) => r.level === level && (r.shopId ?? '') === shop))
  }
  return pays

  function takeBest(rivals: readonly HandRule[]): void {
    let best: { cut: bigint; at: number[] } = { cut: 0n, at: [] }
    for (const { shopId, minCents, cutCents } of rivals) {
      const at = lines.flatMap((line, i) => (shopId === undefined || line.shopId === shopId ? [i] : []))
      if (sum(at.map((i) => lines[i]?.cents ?? 0n)) < minCents) continue
      const cut = least(cutCents, sum(at.map(room)))
      if (cut > best.cut) best = { cut, at }
    }
    const { cut, at } = best
    const parts = splitByHand(
      cut,
      at.map((i) => pays[i] ?? 0n),
      at.map(room),
    )
    for (const [k, i] of at.entries()) pays[i] = (pays[i] ?? 0n) - (parts[k] ?? 0n)
  }
}
